package org.gridclear.market.anomaly.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.anomaly.rule.CaseEvidence.Outside;
import org.gridclear.market.rule.Trajectory;

/** Holds the outputs of a schedule against the limits of their units. */
final class OutputLimits {
  /** Outputs of solvers are no more exact, in MW. */
  private static final double NOISE_MW = 1e-6;

  private final List<Outside> outside = new ArrayList<>();

  private OutputLimits() {}

  /** Outputs outside their limits; a unit that starts along a trajectory has no least output. */
  static List<Outside> outside(MarketDay day, Schedule schedule) {
    OutputLimits limits = new OutputLimits();
    Set<String> ramping =
        day.rules().trajectories().stream().map(Trajectory::unit).collect(Collectors.toSet());
    for (int t = 0; t < day.periodCount(); t++) {
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        ThermalUnit unit = day.thermalUnits().get(g);
        boolean free = ramping.contains(unit.id());
        boolean on = schedule.committed()[g][t];
        double min = on && !free ? unit.pMinMw().at(t) : 0;
        double max = on || free ? unit.pMaxMw().at(t) : 0;
        limits.judge("unit", unit.id(), t, schedule.outputMw()[g][t], min, max);
      }
      for (int p = 0; p < day.profiledUnits().size(); p++) {
        ProfiledUnit unit = day.profiledUnits().get(p);
        double mw = schedule.profiledMw()[p][t];
        limits.judge("unit", unit.id(), t, mw, unit.minMw().at(t), unit.maxMw().at(t));
      }
      for (int s = 0; s < day.storageUnits().size(); s++) {
        StorageUnit unit = day.storageUnits().get(s);
        double charge = schedule.chargeMw()[s][t];
        limits.judge("storage", unit.id(), t, charge, 0, unit.maxChargeMw().at(t));
        double discharge = schedule.dischargeMw()[s][t];
        limits.judge("storage", unit.id(), t, discharge, 0, unit.maxDischargeMw().at(t));
      }
    }
    return limits.outside;
  }

  private void judge(String kind, String unit, int t, double mw, double minMw, double maxMw) {
    if (mw < minMw - NOISE_MW) {
      outside.add(new Outside(kind, unit, t + 1, mw, minMw));
    } else if (mw > maxMw + NOISE_MW) {
      outside.add(new Outside(kind, unit, t + 1, mw, maxMw));
    }
  }
}
