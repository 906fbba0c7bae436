package org.gridclear.monitoring.adequacy;

/**
 * A zone and its part of the load.
 *
 * @param id its id
 * @param loadShare share of the load of each hour, 0 to 1
 */
public record LoadZone(String id, double loadShare) {
  public LoadZone {
    if (!(loadShare >= 0 && loadShare <= 1)) {
      throw new IllegalArgumentException(
          "The share of the load of zone %s (%s) must be in 0..1.".formatted(id, loadShare));
    }
  }
}
