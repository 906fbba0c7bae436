package org.gridclear.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.constraint.Scope;
import org.gridclear.market.constraint.UnitGroup;

/** The thermal units that a scope means. */
final class Members {
  private Members() {}

  static List<String> of(MarketDay day, Scope scope) {
    Map<String, String> zones = new HashMap<>();
    day.network().buses().forEach(bus -> zones.put(bus.id(), bus.zone()));
    List<String> group = new ArrayList<>(scope.units());
    for (UnitGroup each : day.rules().groups()) {
      if (each.id().equals(scope.group())) {
        group.addAll(each.units());
      }
    }
    return day.thermalUnits().stream()
        .filter(
            unit ->
                scope.isSystem()
                    || group.contains(unit.id())
                    || (!scope.zone().isEmpty() && scope.zone().equals(zones.get(unit.bus()))))
        .map(ThermalUnit::id)
        .toList();
  }
}
