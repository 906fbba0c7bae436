package org.gridclear.clearing;

import java.util.Arrays;
import java.util.Optional;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/** Schedules that linear programs alone give: a commitment from elsewhere, dispatched. */
final class LinearSchedules {
  private static final double USED_MIN = 1e-3;

  private final ModelSolve solve;
  private final ClearingContext context;

  LinearSchedules(ModelSolve solve, ClearingContext context) {
    this.solve = solve;
    this.context = context;
  }

  /**
   * The base case's own commitment.
   *
   * @param yuanMax objective from which it is of no use
   */
  Optional<Solution> ofBase(double yuanMax) {
    return solve.dispatchStatuses(context.start().committed(), "base commitment", yuanMax);
  }

  /** The relaxation's statuses rounded up. */
  Optional<Solution> rounded(Solution relaxed, double yuanMax) {
    boolean[][] on =
        new RoundedStatuses(solve.model()).round(relaxed.columns(), RoundedStatuses.THRESHOLD);
    return solve.dispatchStatuses(on, "rounded statuses", yuanMax);
  }

  /** The commitment of a dive. */
  Optional<Solution> dived(Solution relaxed) {
    return dispatched(new StatusDive(solve).statuses(relaxed, until()));
  }

  /**
   * The base case's commitment where the relaxation does not contradict it, completed by a dive.
   */
  Optional<Solution> completed(Solution relaxed) {
    boolean[][] committed = context.start().committed();
    return dispatched(new StatusDive(solve).completed(relaxed, committed, until()));
  }

  private Optional<Solution> dispatched(Optional<boolean[][]> dived) {
    return dived.flatMap(on -> solve.dispatchStatuses(on, "dive", Double.POSITIVE_INFINITY));
  }

  private Deadline until() {
    return context.searchUntil().or(context.cancelled());
  }

  /** The last resort: every unit that the relaxation uses is on where it may. */
  Optional<Solution> allUsedOn(Solution relaxed) {
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
