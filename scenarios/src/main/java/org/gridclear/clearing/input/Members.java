package org.gridclear.clearing.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.UnitGroup;
import org.jspecify.annotations.Nullable;

/** The units that a scope means. */
final class Members {
  private Members() {}

  /** Ids of the thermal units. */
  static List<String> of(MarketDay day, Scope scope) {
    Map<String, String> zones = zones(day);
    List<String> listed = listed(day, scope);
    return day.thermalUnits().stream()
        .filter(unit -> isIn(scope, listed, unit.id(), zones.get(unit.bus())))
        .map(ThermalUnit::id)
        .toList();
  }

  /** Ids of the units without commitment. */
  static List<String> profiledOf(MarketDay day, Scope scope) {
    Map<String, String> zones = zones(day);
    List<String> listed = listed(day, scope);
    return day.profiledUnits().stream()
        .filter(unit -> isIn(scope, listed, unit.id(), zones.get(unit.bus())))
        .map(ProfiledUnit::id)
        .toList();
  }

  private static boolean isIn(
      Scope scope, List<String> listed, String unit, @Nullable String zone) {
    return scope.isSystem()
        || listed.contains(unit)
        || (!scope.zone().isEmpty() && scope.zone().equals(zone));
  }

  private static Map<String, String> zones(MarketDay day) {
    Map<String, String> zones = new HashMap<>();
    day.network().buses().forEach(bus -> zones.put(bus.id(), bus.zone()));
    return zones;
  }

  private static List<String> listed(MarketDay day, Scope scope) {
    List<String> group = new ArrayList<>(scope.units());
    for (UnitGroup each : day.rules().groups()) {
      if (each.id().equals(scope.group())) {
        group.addAll(each.units());
      }
    }
    return group;
  }
}
