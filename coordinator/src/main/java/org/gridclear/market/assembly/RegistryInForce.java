package org.gridclear.market.assembly;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the registry says of a date, as it was known at a gate. */
@FunctionalInterface
public interface RegistryInForce {
  /** Units, storages and loads of a date, with their owners. */
  Registered on(LocalDate date, Gate gate);

  /**
   * What is registered.
   *
   * @param owners owner by the id, in the network, of each unit, storage and load that holds on the
   *     date; what is not among them is not in the market
   * @param piece the version of the registry
   */
  record Registered(SortedMap<String, String> owners, Piece piece) {
    public Registered {
      owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
    }
  }
}
