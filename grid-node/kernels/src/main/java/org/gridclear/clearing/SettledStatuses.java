package org.gridclear.clearing;

import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.solver.SolverSession;

/**
 * Statuses on which the linear relaxation leaves no doubt: 0 or 1 in a period and in the periods
 * around it. With these fixed, a small program finds a good schedule fast; the full search then
 * starts from that schedule and proves the bound. Measured in docs/decisions/004-start.md.
 */
final class SettledStatuses {
  private static final int PERIODS_AROUND = 2;
  private static final double INTEGRAL = 1e-6;

  private final int[][] statusColumns;

  SettledStatuses(ClearingModel model) {
    this.statusColumns = model.statusColumns();
  }

  /** Fixes them in the session; returns how many there are. */
  int fix(SolverSession session, double[] relaxed) {
    int fixed = 0;
    for (int[] unit : statusColumns) {
      for (int t = 0; t < unit.length; t++) {
        double value = Math.rint(relaxed[unit[t]]);
        if (settled(unit, t, value, relaxed)) {
          session.setColumnBounds(unit[t], value, value);
          fixed++;
        }
      }
    }
    return fixed;
  }

  private static boolean settled(int[] unit, int t, double value, double[] relaxed) {
    int last = Math.min(unit.length - 1, t + PERIODS_AROUND);
    for (int i = Math.max(0, t - PERIODS_AROUND); i <= last; i++) {
      if (Math.abs(relaxed[unit[i]] - value) > INTEGRAL) {
        return false;
      }
    }
    return true;
  }
}
