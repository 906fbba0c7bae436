package org.gridclear.clearing;

import java.util.Arrays;
import org.gridclear.clearing.constraint.ClearingModel;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverSession;

/**
 * Statuses on which the linear relaxation leaves no doubt. A status is in doubt where it, or one
 * within some periods, is fractional, and, as far as there is room in a small program, where its
 * reduced costs say that changing it for its minimum time would cost little. The rest is fixed.
 * Measured in docs/decisions/004-start.md.
 */
final class SettledStatuses {
  /** How wide a doubt spreads in the wider of the two programs. */
  private static final int PERIODS_AROUND = 2;

  private static final double INTEGRAL = 1e-6;

  /** A program with more statuses left open is no longer small. */
  private static final int OPEN_MAX = 2_000;

  /** Models with fewer statuses are searched as a whole after the first try. */
  private static final int WHOLE_SMALL_MAX = 4_000;

  /** A status that costs more than this share of the objective to change is left as it is. */
  private static final double CHANGE_SHARE_MAX = 1e-4;

  private static final double[] COST_STEPS = {1, 0.3, 0.1, 0.03, 0};

  private final ClearingModel model;
  private final int[][] statusColumns;

  /** What counts as settled. */
  enum Scope {
    /** On what the relaxation and the commitment of a base case agree. */
    AGREED("base commitment"),
    /** What the relaxation has whole. */
    WHOLE("settled statuses"),
    /** The same, but for what is near a doubt or cheap to change. */
    CERTAIN("wider doubt");

    private final String text;

    Scope(String text) {
      this.text = text;
    }

    /** What a program that leaves the rest open is called. */
    String text() {
      return text;
    }
  }

  SettledStatuses(ClearingModel model) {
    this.model = model;
    this.statusColumns = model.statusColumns();
  }

  /** Whether the whole model is as fast to search as a part of it. */
  boolean wholeIsSmall() {
    return small(Arrays.stream(statusColumns).mapToLong(unit -> unit.length).sum());
  }

  /** Whether a model of so many statuses is small. */
  static boolean small(long statuses) {
    return statuses <= WHOLE_SMALL_MAX;
  }

  /**
   * Fixes them in the session; returns how many there are.
   *
   * @param committed of the base case; empty for none
   */
  int fix(SolverSession session, Solution relaxed, boolean[][] committed, Scope scope) {
    return switch (scope) {
      case AGREED -> fixAgreed(session, relaxed, committed);
      case WHOLE -> fix(session, relaxed, 0);
      case CERTAIN -> fix(session, relaxed, PERIODS_AROUND);
    };
  }

  private int fix(SolverSession session, Solution relaxed, int periodsAround) {
    boolean[][] open = fractional(relaxed.columns(), periodsAround);
    if (periodsAround > 0) {
      openCheap(open, relaxed);
    }
    int fixed = 0;
    for (int g = 0; g < open.length; g++) {
      for (int t = 0; t < open[g].length; t++) {
        if (!open[g][t]) {
          int column = statusColumns[g][t];
          double value = Math.rint(relaxed.columns()[column]);
          session.setColumnBounds(column, value, value);
          fixed++;
        }
      }
    }
    return fixed;
  }

  private boolean[][] fractional(double[] relaxed, int periodsAround) {
    boolean[][] open = new boolean[statusColumns.length][];
    for (int g = 0; g < open.length; g++) {
      int[] unit = statusColumns[g];
      open[g] = new boolean[unit.length];
      for (int t = 0; t < unit.length; t++) {
        double value = Math.rint(relaxed[unit[t]]);
        int last = Math.min(unit.length - 1, t + periodsAround);
        for (int i = Math.max(0, t - periodsAround); i <= last; i++) {
          open[g][t] |= Math.abs(relaxed[unit[i]] - value) > INTEGRAL;
        }
      }
    }
    return open;
  }

  /** Opens the statuses that cost least to change, if all that cost as little fit in. */
  private void openCheap(boolean[][] open, Solution relaxed) {
    int room = OPEN_MAX;
    for (boolean[] unit : open) {
      for (boolean each : unit) {
        room -= each ? 1 : 0;
      }
    }
    if (room <= 0 || relaxed.columnDuals().length == 0) {
      return;
    }
    double[][] cost = new double[open.length][];
    for (int g = 0; g < open.length; g++) {
      cost[g] = changeCosts(g, relaxed);
    }
    double most = Math.abs(relaxed.objective()) * CHANGE_SHARE_MAX;
    for (double share : COST_STEPS) {
      double limit = most * share;
      long wanted =
          Arrays.stream(cost).flatMapToDouble(Arrays::stream).filter(c -> c <= limit).count();
      if (wanted <= room) {
        for (int g = 0; g < open.length; g++) {
          for (int t = 0; t < open[g].length; t++) {
            open[g][t] |= cost[g][t] <= limit;
          }
        }
        return;
      }
    }
  }

  /**
   * Per period, the least sum of reduced costs over a run of periods around it that is as long as
   * the unit would have to stay in the other status.
   */
  private double[] changeCosts(int g, Solution relaxed) {
    int[] unit = statusColumns[g];
    double[] sumBefore = new double[unit.length + 1];
    for (int t = 0; t < unit.length; t++) {
      sumBefore[t + 1] = sumBefore[t] + Math.abs(relaxed.columnDuals()[unit[t]]);
    }
    double[] cost = new double[unit.length];
    for (int t = 0; t < unit.length; t++) {
      boolean off = relaxed.columns()[unit[t]] < 0.5;
      int length = off ? model.upPeriods(g) : model.downPeriods(g);
      cost[t] = Double.POSITIVE_INFINITY;
      for (int from = Math.max(0, t - length + 1); from <= t; from++) {
        int to = Math.min(unit.length, from + length);
        cost[t] = Math.min(cost[t], sumBefore[to] - sumBefore[from]);
      }
    }
    return cost;
  }

  private int fixAgreed(SolverSession session, Solution relaxed, boolean[][] committed) {
    int fixed = 0;
    for (int g = 0; g < statusColumns.length; g++) {
      for (int t = 0; t < statusColumns[g].length; t++) {
        double value = committed[g][t] ? 1 : 0;
        int column = statusColumns[g][t];
        if (Math.abs(relaxed.columns()[column] - value) <= INTEGRAL) {
          session.setColumnBounds(column, value, value);
          fixed++;
        }
      }
    }
    return fixed;
  }
}
