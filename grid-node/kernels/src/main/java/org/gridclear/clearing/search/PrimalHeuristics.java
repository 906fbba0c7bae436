package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/** Schedules that linear programs alone give: a commitment from elsewhere, dispatched. */
public final class PrimalHeuristics {
  private static final double USED_MIN = 1e-3;

  private final ModelSession solve;
  private final ClearingContext context;
  private final ScheduleRepair mending;

  /**
   * Schedules of a model.
   *
   * @param enough whether one is good enough, or there is no more time
   */
  public PrimalHeuristics(ModelSession solve, ClearingContext context, Predicate<Solution> enough) {
    this.solve = solve;
    this.context = context;
    this.mending = new ScheduleRepair(solve, enough);
  }

  /**
   * The base case's own commitment.
   *
   * @param usefulYuan objective from which it is of no use in a grid
   */
  public Optional<Solution> ofBase(Solution relaxed, double usefulYuan) {
    return served(context.start().committed(), "base commitment", relaxed, usefulYuan);
  }

  /** The relaxation's statuses rounded up. */
  public Optional<Solution> rounded(Solution relaxed, double usefulYuan) {
    boolean[][] on =
        new RoundingHeuristic(solve.model()).round(relaxed.columns(), RoundingHeuristic.THRESHOLD);
    return served(on, "rounded statuses", relaxed, usefulYuan);
  }

  /**
   * A commitment dispatched, with units started for what it leaves short. In a grid it depends on
   * where that is, and a poor commitment is of no use: there it is done for a case with a base,
   * whose commitment and relaxation lack little. docs/decisions/006.
   */
  private Optional<Solution> served(
      boolean[][] on, String phase, Solution relaxed, double usefulYuan) {
    Optional<Solution> dispatched =
        solve.dispatchStatuses(on, phase, solve.inGrid() ? usefulYuan : Double.POSITIVE_INFINITY);
    boolean lacksLittle = !solve.inGrid() || solve.based();
    return lacksLittle
        ? dispatched.map(schedule -> mending.completed(schedule, relaxed))
        : dispatched;
  }

  /** A schedule nearer to the relaxation where that pays: {@link ScheduleRepair#drawnTo}. */
  public Solution drawnTo(Solution relaxed, Solution schedule) {
    return mending.drawnTo(relaxed, schedule);
  }

  /** A schedule without runs that do not pay: {@link ScheduleRepair#trimmed}. */
  public Solution trimmed(Solution schedule, double gap) {
    return mending.trimmed(schedule, gap);
  }

  /** The commitment of a dive. */
  public Optional<Solution> dived(Solution relaxed) {
    return dispatched(new DivingHeuristic(solve).statuses(relaxed, until()));
  }

  /**
   * The base case's commitment where the relaxation does not contradict it, completed by a dive.
   */
  public Optional<Solution> completed(Solution relaxed) {
    boolean[][] committed = context.start().committed();
    return dispatched(new DivingHeuristic(solve).completed(relaxed, committed, until()));
  }

  private Optional<Solution> dispatched(Optional<boolean[][]> dived) {
    return dived.flatMap(on -> solve.dispatchStatuses(on, "dive", Double.POSITIVE_INFINITY));
  }

  private Deadline until() {
    return context.searchUntil().or(context.cancelled());
  }

  /** The last resort: every unit that the relaxation uses is on where it may. */
  public Optional<Solution> allUsedOn(Solution relaxed) {
    int[][] columns = solve.model().statusColumns();
    boolean[][] on = new boolean[columns.length][];
    for (int g = 0; g < columns.length; g++) {
      boolean used =
          Arrays.stream(columns[g]).anyMatch(column -> relaxed.columns()[column] > USED_MIN);
      on[g] = new boolean[columns[g].length];
      Arrays.fill(on[g], used);
    }
    return solve.dispatchStatuses(on, "all used units on", Double.POSITIVE_INFINITY);
  }
}
