package org.gridclear.market.rule;

import java.util.List;

/**
 * A logical price zone: buses that share a price, whatever their administrative zones (D-13).
 *
 * @param id unique among price zones, and no zone of a bus
 * @param buses ids of its buses
 */
public record PriceZone(String id, List<String> buses) {
  public PriceZone {
    buses = List.copyOf(buses);
  }
}
