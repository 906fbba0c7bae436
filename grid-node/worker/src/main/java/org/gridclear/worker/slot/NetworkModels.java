package org.gridclear.worker.slot;

import org.gridclear.network.Network;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.worker.api.BlockStore;

/** Structures of the networks used last, for screenings and sensitivities on a node. */
final class NetworkModels {
  private static final int STRUCTURES_MAX = 2;

  private final ModelCache<NetworkStructure> structures = new ModelCache<>(STRUCTURES_MAX);

  NetworkStructure structure(String networkHash, BlockStore store) {
    return structures.get(
        networkHash, () -> NetworkStructure.of(store.value(networkHash, Network.class)));
  }
}
