package org.gridclear.settlement.registry.entry;

import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.registry.Validity;

/** Where something is. */
public sealed interface Place extends Entry {
  /**
   * A zone of one of the zonings that stand side by side.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param zoning zoning that it is a part of, such as {@code area} or {@code price}
   * @param within zone that it lies in
   * @param buses ids of its buses in the network
   */
  record Zone(
      String id,
      Validity validity,
      String name,
      String zoning,
      @Refers(EntryKind.ZONE) Optional<String> within,
      List<String> buses)
      implements Place {
    @Override
    public EntryKind kind() {
      return EntryKind.ZONE;
    }

    public Zone {
      buses = List.copyOf(buses);
    }
  }

  /**
   * Where a price is made: at a bus, or in a zone.
   *
   * @param id code
   * @param validity days on which this record holds
   * @param name name
   * @param bus id of the bus in the network
   * @param zone zone whose price it is
   */
  record PricePoint(
      String id,
      Validity validity,
      String name,
      Optional<String> bus,
      @Refers(EntryKind.ZONE) Optional<String> zone)
      implements Place {
    @Override
    public EntryKind kind() {
      return EntryKind.PRICE_POINT;
    }
  }
}
