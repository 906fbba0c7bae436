package org.gridclear.worker.ignite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.ignite.Ignite;
import org.gridclear.worker.api.BlockStore;

/** The caches of the grid as a worker sees them. */
record IgniteBlockStore(Ignite ignite) implements BlockStore {
  @Override
  public byte[] data(String hash) {
    byte[] packed = GridNode.bases(ignite).get(hash);
    if (packed == null) {
      throw new IllegalStateException("The data %s are not in the grid.".formatted(hash));
    }
    return packed;
  }

  @Override
  public List<byte[]> blocks(List<String> hashes) {
    Map<String, byte[]> found = GridNode.blocks(ignite).getAll(new TreeSet<>(hashes));
    for (String hash : hashes) {
      if (!found.containsKey(hash)) {
        throw new IllegalStateException("The block %s is not in the grid.".formatted(hash));
      }
    }
    return hashes.stream().map(found::get).toList();
  }

  @Override
  public Optional<byte[]> outcome(String key) {
    return Optional.ofNullable(GridNode.outcomes(ignite).get(key));
  }

  @Override
  public void putOutcome(String key, byte[] packed) {
    GridNode.outcomes(ignite).put(key, packed);
  }
}
