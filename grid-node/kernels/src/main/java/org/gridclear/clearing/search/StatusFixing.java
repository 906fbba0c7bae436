package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverSession;

/**
 * Statuses on which the linear relaxation leaves no doubt. A status is in doubt where it, or one
 * within some periods, is fractional, and, as far as there is room in a small program, where
 * changing it would cost little ({@link ReducedCostBounds}). The rest is fixed. Measured in
 * docs/decisions/004-start.md and 006.
 */
public final class StatusFixing {
  /** How wide a doubt spreads in the wider of the two programs. */
  private static final int PERIODS_AROUND = 2;

  private static final double INTEGRAL = 1e-6;

  /** A program with more statuses left open is no longer small. */
  private static final int OPEN_MAX = 2_000;

  /** Models with fewer statuses are searched as a whole after the first try. */
  private static final int WHOLE_SMALL_MAX = 4_000;

  /** A status that costs more than this share of the objective to change is left as it is. */
  private static final double CHANGE_SHARE_MAX = 1e-4;

  /** The same where only some periods are open. */
  private static final double CHEAP_SHARE_MAX = 8e-4;

  /** A period with fewer units in doubt is settled by these alone. */
  private static final int UNITS_IN_DOUBT_MIN = 2;

  private static final int OPEN_IN_PERIODS_MAX = 700;

  private static final double[] COST_STEPS = {1, 0.3, 0.1, 0.03, 0};

  private final ClearingModel model;
  private final int[][] statusColumns;

  /** What counts as settled. */
  public enum Scope {
    /** On what the relaxation and the commitment of a base case agree. */
    AGREED("base commitment"),
    /** What the relaxation has whole. */
    WHOLE("settled statuses"),
    /** What it has whole, but for what is cheap to change in the periods with most doubt. */
    PERIODS("periods in doubt"),
    /** What it has whole, but for what is near a doubt or cheap to change. */
    CERTAIN("wider doubt");

    private final String text;

    Scope(String text) {
      this.text = text;
    }

    /** What a program that leaves the rest open is called. */
    public String text() {
      return text;
    }
  }

  public StatusFixing(ClearingModel model) {
    this.model = model;
    this.statusColumns = model.statusColumns();
  }

  /** Whether the whole model is as fast to search as a part of it. */
  public boolean wholeIsSmall() {
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
  public int fix(SolverSession session, Solution relaxed, boolean[][] committed, Scope scope) {
    return switch (scope) {
      case AGREED -> fix(session, relaxed, disagreed(relaxed.columns(), committed));
      case WHOLE -> fix(session, relaxed, fractional(relaxed.columns(), 0));
      case PERIODS -> fix(session, relaxed, inDoubtfulPeriods(relaxed));
      case CERTAIN -> fix(session, relaxed, openCheap(relaxed));
    };
  }

  private int fix(SolverSession session, Solution relaxed, boolean[][] open) {
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

  /**
   * What is near a doubt, and the statuses that cost least to change, if all that cost as little
   * fit in.
   */
  private boolean[][] openCheap(Solution relaxed) {
    boolean[][] open = fractional(relaxed.columns(), PERIODS_AROUND);
    long room = OPEN_MAX - count(open);
    if (room <= 0 || relaxed.columnDuals().length == 0) {
      return open;
    }
    double[][] cost = ReducedCostBounds.yuan(model, relaxed);
    double most = Math.abs(relaxed.objective()) * CHANGE_SHARE_MAX;
    for (double share : COST_STEPS) {
      double limit = most * share;
      long wanted =
          Arrays.stream(cost).flatMapToDouble(Arrays::stream).filter(c -> c <= limit).count();
      if (wanted <= room) {
        return union(open, cost, limit, t -> true);
      }
    }
    return open;
  }

  /**
   * What is in doubt, and the statuses that are cheap to change in the periods in which most units
   * are in doubt, and one before and after them: there a unit that the relaxation leaves out can
   * stand in for parts of several. As many periods as fit in.
   */
  private boolean[][] inDoubtfulPeriods(Solution relaxed) {
    boolean[][] doubt = fractional(relaxed.columns(), 0);
    if (relaxed.columnDuals().length == 0) {
      return doubt;
    }
    double[][] cost = ReducedCostBounds.yuan(model, relaxed);
    double limit = Math.abs(relaxed.objective()) * CHEAP_SHARE_MAX;
    for (int least = UNITS_IN_DOUBT_MIN; least < doubt.length; least++) {
      boolean[] chosen = around(doubt, least);
      boolean[][] open = union(doubt, cost, limit, t -> chosen[t]);
      if (count(open) <= OPEN_IN_PERIODS_MAX) {
        return open;
      }
    }
    return doubt;
  }

  /** The periods in which so many units are in doubt, and those beside them. */
  private boolean[] around(boolean[][] doubt, int least) {
    boolean[] chosen = new boolean[model.periodCount()];
    for (int t = 0; t < chosen.length; t++) {
      int period = t;
      if (Arrays.stream(doubt).filter(unit -> unit[period]).count() >= least) {
        Arrays.fill(chosen, Math.max(0, t - 1), Math.min(chosen.length, t + 2), true);
      }
    }
    return chosen;
  }

  private static boolean[][] union(
      boolean[][] open, double[][] cost, double limit, IntPredicate inPeriod) {
    boolean[][] all = new boolean[open.length][];
    for (int g = 0; g < open.length; g++) {
      all[g] = open[g].clone();
      for (int t = 0; t < all[g].length; t++) {
        all[g][t] |= inPeriod.test(t) && cost[g][t] <= limit;
      }
    }
    return all;
  }

  private static long count(boolean[][] open) {
    long count = 0;
    for (boolean[] unit : open) {
      for (boolean each : unit) {
        count += each ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Fixes the statuses that no schedule changes which costs less than a sum, but for those that a
   * schedule has otherwise; returns how many there are.
   *
   * @param yuanMax a schedule with one of them changed costs at least this
   * @param schedule stays possible
   */
  public int fixBeyond(SolverSession session, Solution relaxed, double yuanMax, Solution schedule) {
    double[][] cost = ReducedCostBounds.yuan(model, relaxed);
    boolean[][] open = fractional(relaxed.columns(), 0);
    for (int g = 0; g < open.length; g++) {
      for (int t = 0; t < open[g].length; t++) {
        int column = statusColumns[g][t];
        boolean changed = Math.abs(schedule.columns()[column] - relaxed.columns()[column]) > 0.5;
        open[g][t] |= changed || relaxed.objective() + cost[g][t] < yuanMax;
      }
    }
    return fix(session, relaxed, open);
  }

  /** Where the relaxation has not whole what the base case committed. */
  private boolean[][] disagreed(double[] relaxed, boolean[][] committed) {
    boolean[][] open = new boolean[statusColumns.length][];
    for (int g = 0; g < open.length; g++) {
      open[g] = new boolean[statusColumns[g].length];
      for (int t = 0; t < open[g].length; t++) {
        double value = committed[g][t] ? 1 : 0;
        open[g][t] = Math.abs(relaxed[statusColumns[g][t]] - value) > INTEGRAL;
      }
    }
    return open;
  }

  /**
   * Whether the data leave no whole number to decide: then the relaxation is the dispatch, but for
   * the last digits of its losses.
   */
  public boolean nothingFree(Solution point) {
    for (int column : model.integerColumns()) {
      if (model.linear().columnLower(column) < model.linear().columnUpper(column)
          && Math.abs(point.columns()[column] - Math.rint(point.columns()[column])) > 1e-9) {
        return false;
      }
    }
    return true;
  }
}
