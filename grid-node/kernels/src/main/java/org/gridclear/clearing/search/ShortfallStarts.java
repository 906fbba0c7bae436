package org.gridclear.clearing.search;

import java.util.stream.IntStream;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Adds units to a schedule where it leaves load or reserve short: period by period the run that the
 * relaxation's reduced costs make cheapest, until their capacity makes up what is missing. What a
 * commitment of another case lacks most often is one peaking unit in an hour.
 */
final class ShortfallStarts {
  private static final double SHORT_MIN_MW = 1e-4;

  private final ClearingModel model;
  private final int[][] columns;
  private final double[] reducedCosts;

  /** A run of a unit that covers a period, and what it costs at least. */
  private record Run(int unit, int from, int to, double yuan) {}

  /**
   * For schedules of a model.
   *
   * @param relaxed optimum of its relaxation, with duals
   */
  ShortfallStarts(ClearingModel model, Solution relaxed) {
    this.model = model;
    this.columns = model.statusColumns();
    this.reducedCosts = relaxed.columnDuals();
  }

  /**
   * Starts units.
   *
   * @param on statuses of the schedule per unit and period; changed
   * @param x columns of the schedule
   * @return whether any unit was started
   */
  boolean start(boolean[][] on, double[] x) {
    double[] shortMw =
        IntStream.range(0, model.periodCount()).mapToDouble(t -> model.shortMw(t, x)).toArray();
    boolean started = false;
    for (int t = 0; t < shortMw.length && reducedCosts.length > 0; t++) {
      Run run = shortMw[t] > SHORT_MIN_MW ? cheapest(on, t, shortMw[t]) : null;
      while (run != null) {
        add(run, on, shortMw);
        started = true;
        run = shortMw[t] > SHORT_MIN_MW ? cheapest(on, t, shortMw[t]) : null;
      }
    }
    return started;
  }

  /** The run that costs least for what it gives of what is short; null if no unit is left. */
  private @Nullable Run cheapest(boolean[][] on, int t, double shortMw) {
    Run best = null;
    for (int g = 0; g < columns.length; g++) {
      double share = Math.min(1, model.capacityMw(g, t) / shortMw);
      if (on[g][t] || !mayRun(g, t) || share <= 0) {
        continue;
      }
      int up = Math.max(1, model.upPeriods(g));
      for (int from = Math.max(0, t - up + 1); from <= t; from++) {
        int to = Math.min(on[g].length, from + up);
        double yuan = costYuan(g, on[g], from, to) / share;
        if (Double.isFinite(yuan) && (best == null || yuan < best.yuan())) {
          best = new Run(g, from, to, yuan);
        }
      }
    }
    return best;
  }

  private boolean mayRun(int g, int t) {
    return model.linear().columnUpper(columns[g][t]) > 0.5;
  }

  /** What the reduced costs say of a run, infinite where the data forbid it. */
  private double costYuan(int g, boolean[] on, int from, int to) {
    boolean begins = from > 0 && !on[from - 1];
    double yuan = begins ? Math.max(0, reducedCosts[model.startColumns()[g][from]]) : 0;
    for (int t = from; t < to; t++) {
      if (!on[t]) {
        yuan += mayRun(g, t) ? Math.max(0, reducedCosts[columns[g][t]]) : Double.POSITIVE_INFINITY;
      }
    }
    return yuan;
  }

  private void add(Run run, boolean[][] on, double[] shortMw) {
    boolean[] unit = on[run.unit()];
    boolean[] before = unit.clone();
    for (int t = run.from(); t < run.to(); t++) {
      unit[t] = true;
    }
    RoundingHeuristic.fill(unit, model.upPeriods(run.unit()), model.downPeriods(run.unit()));
    for (int t = 0; t < unit.length; t++) {
      shortMw[t] -= unit[t] && !before[t] ? model.capacityMw(run.unit(), t) : 0;
    }
  }
}
