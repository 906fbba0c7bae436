package org.gridclear.market.intervention;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Series;

/**
 * What of a version can be changed by hand.
 *
 * @param units ids of units
 * @param forecasts ids of units without a status, and what they can give at most in MW
 * @param buses ids of buses
 * @param zones ids of zones of buses
 * @param resources what else a case has; empty where there is none to be cleared again
 * @param periods how many periods there are
 */
record Changeable(
    Set<String> units,
    Map<String, Series> forecasts,
    Set<String> buses,
    Set<String> zones,
    Optional<Resources> resources,
    int periods) {
  /**
   * What else a case has.
   *
   * @param storages ids of storages
   * @param loads ids of loads that bid
   * @param tieLines ids of tie-line schedules
   */
  record Resources(Set<String> storages, Set<String> loads, Set<String> tieLines) {}

  /** What can be changed of a case that is cleared again. */
  static Changeable of(MarketDay day) {
    Set<String> units = new TreeSet<>();
    Map<String, Series> forecasts = new TreeMap<>();
    Set<String> buses = new TreeSet<>();
    Set<String> zones = new TreeSet<>();
    Resources resources = new Resources(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    day.thermalUnits().forEach(unit -> units.add(unit.id()));
    day.profiledUnits().forEach(unit -> forecasts.put(unit.id(), unit.maxMw()));
    units.addAll(forecasts.keySet());
    day.storageUnits().forEach(unit -> resources.storages().add(unit.id()));
    day.flexibleLoads().forEach(load -> resources.loads().add(load.id()));
    day.interchanges().forEach(each -> resources.tieLines().add(each.id()));
    day.network()
        .buses()
        .forEach(
            bus -> {
              buses.add(bus.id());
              zones.add(bus.zone());
            });
    return new Changeable(
        units, forecasts, buses, zones, Optional.of(resources), day.periodCount());
  }
}
