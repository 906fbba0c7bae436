package org.gridclear.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.HvdcSchedule;

/** What every unit of a cleared case gives, by its id; what it draws is negative. */
final class UnitOutputs {
  private record Output(String kind, IntToDoubleFunction mw) {}

  private final Map<String, Output> outputs = new LinkedHashMap<>();

  UnitOutputs(ComparedCase of) {
    MarketDay day = of.day();
    Schedule s = of.result().schedule();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      double[] mw = s.outputMw()[g];
      outputs.put(day.thermalUnits().get(g).id(), new Output("THERMAL", t -> mw[t]));
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      double[] mw = s.profiledMw()[i];
      outputs.put(day.profiledUnits().get(i).id(), new Output("PROFILED", t -> mw[t]));
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      double[] given = s.dischargeMw()[i];
      double[] drawn = s.chargeMw()[i];
      outputs.put(day.storageUnits().get(i).id(), new Output("STORAGE", t -> given[t] - drawn[t]));
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      double[] mw = s.flexibleMw()[i];
      outputs.put(day.flexibleLoads().get(i).id(), new Output("FLEXIBLE_LOAD", t -> -mw[t]));
    }
    List<HvdcSchedule> lines = of.clearing().decidedHvdc();
    for (int i = 0; i < lines.size(); i++) {
      double[] mw = s.hvdcMw()[i];
      outputs.put("hvdc " + lines.get(i).line(), new Output("HVDC", t -> mw[t]));
    }
  }

  Set<String> ids() {
    return outputs.keySet();
  }

  String kind(String id) {
    return Objects.requireNonNull(outputs.get(id)).kind();
  }

  double mw(String id, int t) {
    return Objects.requireNonNull(outputs.get(id)).mw().applyAsDouble(t);
  }
}
