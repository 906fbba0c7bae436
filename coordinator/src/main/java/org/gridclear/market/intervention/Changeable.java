package org.gridclear.market.intervention;

import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.MarketDay;

/**
 * What of a version can be changed by hand.
 *
 * @param units ids of units
 * @param buses ids of buses
 * @param zones ids of zones of buses
 * @param periods how many periods there are
 */
record Changeable(Set<String> units, Set<String> buses, Set<String> zones, int periods) {
  /** What can be changed of a case that is cleared again. */
  static Changeable of(MarketDay day) {
    Set<String> units = new TreeSet<>();
    Set<String> buses = new TreeSet<>();
    Set<String> zones = new TreeSet<>();
    day.thermalUnits().forEach(unit -> units.add(unit.id()));
    day.network()
        .buses()
        .forEach(
            bus -> {
              buses.add(bus.id());
              zones.add(bus.zone());
            });
    return new Changeable(units, buses, zones, day.periodCount());
  }
}
