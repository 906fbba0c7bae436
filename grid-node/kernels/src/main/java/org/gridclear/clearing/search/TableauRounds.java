package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridclear.clearing.bound.TableauCuts;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;

/**
 * Raises the relaxation by rounded rows of its simplex tableau, which say what rows of a grid and
 * whole statuses mean together, beside {@link CapacityCuts}. One or two rounds do what the solver's
 * search of the whole model begins with, in a third of its time. docs/decisions/006.
 */
final class TableauRounds {
  private static final int ROUNDS_MAX = 10;

  /** Most of them have an entry for every load of a period. */
  private static final int CUTS_MAX = 20;

  /** A status nearer to a whole number is none to cut off. */
  private static final double FRACTION_MIN = 0.01;

  /** A round that goes less of the way that is left is the last: the search gets there sooner. */
  private static final double USEFUL_SHARE = 0.2;

  private final ModelSession solve;
  private final CapacityCuts capacity;

  TableauRounds(ModelSession solve, double gap) {
    this.solve = solve;
    this.capacity = new CapacityCuts(solve, gap);
  }

  /**
   * Adds cuts and solves the relaxation again, as long as that leads to what is enough.
   *
   * @param relaxed what is known of the relaxation
   * @param enoughYuan objective that proves what shall be proved
   * @param until asked between rounds
   * @return the relaxation with all cuts, or what is known if that says more
   */
  Solution raised(Solution relaxed, double enoughYuan, Deadline until) {
    solve.reopenRelaxation();
    Optional<Solution> next = solve.relaxedWith(List.of());
    Solution best = relaxed;
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 1; next.isPresent(); round++) {
      Solution now = next.get();
      best = now.objective() > best.objective() ? now : best;
      boolean useful = now.objective() - before >= USEFUL_SHARE * (enoughYuan - before);
      if (now.objective() >= enoughYuan || !useful || round > ROUNDS_MAX || until.passed()) {
        break;
      }
      before = now.objective();
      solve.cuts().dropSlack(now.columns());
      rounded(now).forEach(solve.cuts()::addOfFlows);
      next = solve.relaxedWith(capacity.violated(now.columns()));
    }
    solve.cuts().dropOfFlows();
    return best;
  }

  private List<Inequality> rounded(Solution now) {
    double[] x = now.columns();
    int[] fractional =
        IntStream.of(solve.model().integerColumns())
            .filter(column -> Math.abs(x[column] - Math.rint(x[column])) > FRACTION_MIN)
            .sorted()
            .toArray();
    IntPredicate wanted = column -> Arrays.binarySearch(fractional, column) >= 0;
    return solve
        .session()
        .tableau(wanted)
        .map(tableau -> TableauCuts.of(tableau, x, CUTS_MAX))
        .orElse(List.of());
  }
}
