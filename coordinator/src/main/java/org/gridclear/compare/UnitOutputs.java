package org.gridclear.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.HvdcSchedule;

/**
 * What every unit of a cleared case gives, by its kind and id, which two of one kind never share;
 * what it draws is negative.
 */
final class UnitOutputs {
  /** A unit. */
  record Unit(String kind, String id) {}

  private final Map<Unit, IntToDoubleFunction> outputs = new LinkedHashMap<>();

  UnitOutputs(ComparedCase of) {
    MarketDay day = of.day();
    Schedule s = of.result().schedule();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      double[] mw = s.outputMw()[g];
      outputs.put(new Unit("THERMAL", day.thermalUnits().get(g).id()), t -> mw[t]);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      double[] mw = s.profiledMw()[i];
      outputs.put(new Unit("PROFILED", day.profiledUnits().get(i).id()), t -> mw[t]);
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      double[] given = s.dischargeMw()[i];
      double[] drawn = s.chargeMw()[i];
      outputs.put(new Unit("STORAGE", day.storageUnits().get(i).id()), t -> given[t] - drawn[t]);
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      double[] mw = s.flexibleMw()[i];
      outputs.put(new Unit("FLEXIBLE_LOAD", day.flexibleLoads().get(i).id()), t -> -mw[t]);
    }
    List<HvdcSchedule> lines = of.clearing().decidedHvdc();
    for (int i = 0; i < lines.size(); i++) {
      double[] mw = s.hvdcMw()[i];
      outputs.put(new Unit("HVDC", "hvdc " + lines.get(i).line()), t -> mw[t]);
    }
  }

  Set<Unit> units() {
    return outputs.keySet();
  }

  /** Ids of units that another case does not have, with the kind where it has another of the id. */
  Set<String> without(UnitOutputs other) {
    Set<String> ids = other.units().stream().map(Unit::id).collect(Collectors.toSet());
    Set<String> alone = new LinkedHashSet<>();
    for (Unit unit : units()) {
      if (!other.units().contains(unit)) {
        alone.add(ids.contains(unit.id()) ? unit.id() + " as " + unit.kind() : unit.id());
      }
    }
    return alone;
  }

  double mw(Unit unit, int t) {
    return Objects.requireNonNull(outputs.get(unit)).applyAsDouble(t);
  }
}
