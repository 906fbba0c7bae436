package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/**
 * A commitment found by a dive: the statuses nearest to running are fixed on, the relaxation is
 * solved again with them, and so on until none is open (Achterberg 2007, Constraint Integer
 * Programming, 9.2). Each program is smaller than the one before; what is fixed on early makes
 * others superfluous, which rounding all at once cannot know. docs/decisions/006.
 */
final class DivingHeuristic {
  /** A status from here on is fixed on. */
  private static final double ON_MIN = 0.7;

  /** A status up to here is fixed off. */
  private static final double OFF_MAX = 0.03;

  /** Where few statuses reach {@link #ON_MIN}, the highest ones of those open, by their share. */
  private static final double SHARE_MIN = 0.1;

  /** Less of a unit is none: what another case has on is then no longer kept. */
  private static final double USED_MIN = 0.01;

  private static final double WHOLE = 1e-6;
  private static final int PASSES_MAX = 40;

  private final ModelSession solve;
  private final int[][] columns;
  private final boolean[][] open;
  private final boolean[][] on;

  DivingHeuristic(ModelSession solve) {
    this.solve = solve;
    this.columns = solve.model().statusColumns();
    this.open = new boolean[columns.length][];
    this.on = new boolean[columns.length][];
    for (int g = 0; g < columns.length; g++) {
      open[g] = new boolean[columns[g].length];
      on[g] = new boolean[columns[g].length];
      Arrays.fill(open[g], true);
    }
  }

  /**
   * Whole statuses of every unit and period; empty if a program on the way has no solution or the
   * time is over. The session is left with its statuses fixed.
   */
  Optional<boolean[][]> statuses(Solution relaxed, Deadline until) {
    release(relaxed);
    return from(relaxed, until);
  }

  /**
   * The same with the statuses of another case kept on which the relaxation leaves some part of
   * them, or leaves them off as well.
   */
  Optional<boolean[][]> completed(Solution relaxed, boolean[][] committed, Deadline until) {
    release(relaxed);
    for (int g = 0; g < columns.length; g++) {
      for (int t = 0; t < columns[g].length; t++) {
        boolean used = relaxed.columns()[columns[g][t]] > USED_MIN;
        if (used == committed[g][t]) {
          settle(g, t, used);
        }
      }
    }
    return solved().flatMap(point -> from(point, until));
  }

  private void release(Solution relaxed) {
    solve.release();
    solve.session().setIntegrality(false);
    solve.serveAll(relaxed);
  }

  private Optional<boolean[][]> from(Solution point, Deadline until) {
    Optional<Solution> next = Optional.of(point);
    for (int pass = 1; next.isPresent() && pass <= PASSES_MAX && !until.passed(); pass++) {
      if (!fix(next.get().columns())) {
        return Optional.of(on);
      }
      next = solved();
    }
    return Optional.empty();
  }

  /** The program with what is fixed by now. */
  private Optional<Solution> solved() {
    solve.session().setBasis(Basis.NONE);
    return solve.round("dive");
  }

  private void settle(int g, int t, boolean wanted) {
    on[g][t] = solve.fixStatus(columns[g][t], wanted);
    open[g][t] = false;
  }

  /** Fixes what a point settles; whether any status is left open. */
  private boolean fix(double[] x) {
    double onFrom = Math.min(ON_MIN, highest(x));
    boolean left = false;
    for (int g = 0; g < columns.length; g++) {
      for (int t = 0; t < columns[g].length; t++) {
        double value = x[columns[g][t]];
        if (open[g][t] && (value >= onFrom || value <= OFF_MAX)) {
          settle(g, t, value >= onFrom);
        }
        left |= open[g][t];
      }
    }
    return left;
  }

  /** The value that a share of the open statuses that are not whole reach. */
  private double highest(double[] x) {
    double[] fractional =
        IntStream.range(0, columns.length)
            .boxed()
            .flatMapToDouble(
                g ->
                    IntStream.range(0, columns[g].length)
                        .filter(t -> open[g][t])
                        .mapToDouble(t -> x[columns[g][t]]))
            .filter(value -> value > OFF_MAX && value < 1 - WHOLE)
            .sorted()
            .toArray();
    int count = fractional.length;
    return count == 0 ? ON_MIN : fractional[(int) (count * (1 - SHARE_MIN))];
  }
}
