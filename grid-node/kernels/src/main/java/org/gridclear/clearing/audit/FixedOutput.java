package org.gridclear.clearing.audit;

import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Trajectory;

/** Output that a start or stop fixes (B-06), found by counting periods since and until. */
final class FixedOutput {
  private final double[] mw;

  FixedOutput(ClearingCase clearingCase, ThermalUnit unit, boolean[] on) {
    mw = new double[on.length];
    Arrays.fill(mw, Double.NaN);
    List<Trajectory> curves =
        clearingCase.day().rules().trajectories().stream()
            .filter(each -> each.unit().equals(unit.id()) && each.inEffect())
            .toList();
    if (curves.isEmpty() || !clearingCase.inEffect(ConstraintFamily.TRAJECTORIES)) {
      return;
    }
    List<Double> start = curves.get(0).startMw();
    List<Double> stop = curves.get(0).stopMw();
    double hours = clearingCase.day().horizon().hoursPerPeriod();
    boolean known = unit.initial() != null && unit.initial().on();
    int since = known ? (int) (unit.stateBefore().hours() / hours + 1e-9) : 0;
    if (unit.initial() == null) {
      since = on[0] ? start.size() : 0;
    }
    for (int t = 0; t < on.length; t++) {
      if (on[t] && since < start.size()) {
        mw[t] = start.get(since);
      }
      since = on[t] ? since + 1 : 0;
    }
    for (int t = 1; t < on.length; t++) {
      for (int j = 1; !on[t] && on[t - 1] && j <= Math.min(stop.size(), t); j++) {
        mw[t - j] = stop.get(stop.size() - j);
      }
    }
    int later = unit.stopAfterPeriods();
    for (int j = later; later > 0 && on[on.length - 1] && j <= stop.size(); j++) {
      if (on.length - 1 + later - j >= 0) {
        mw[on.length - 1 + later - j] = stop.get(stop.size() - j);
      }
    }
  }

  /** Whether the output of each period is fixed. */
  boolean[] fixed() {
    boolean[] fixed = new boolean[mw.length];
    for (int t = 0; t < fixed.length; t++) {
      fixed[t] = !Double.isNaN(mw[t]);
    }
    return fixed;
  }

  /** The fixed output of a period. */
  double mw(int t) {
    return mw[t];
  }
}
