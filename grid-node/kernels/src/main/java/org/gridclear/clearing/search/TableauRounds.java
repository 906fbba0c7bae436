package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridclear.clearing.bound.TableauCuts;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Raises the relaxation by rounded rows of its simplex tableau, which say what rows of a grid and
 * whole statuses mean together, beside {@link CapacityCuts}. One or two rounds do what the solver's
 * search of the whole model begins with, in a third of its time. docs/decisions/006.
 */
public final class TableauRounds {
  private static final int ROUNDS_MAX = 10;

  /** Most of them have an entry for every load of a period. */
  private static final int CUTS_MAX = 20;

  /** A status nearer to a whole number is none to cut off. */
  private static final double FRACTION_MIN = 0.01;

  /** A round that goes less of the way that is left is the last: the search gets there sooner. */
  private static final double USEFUL_SHARE = 0.2;

  private final ModelSession solve;
  private final CapacityCuts capacity;
  private Basis ended = Basis.NONE;
  private @Nullable Solution last;
  private int rounds;
  private boolean over;

  public TableauRounds(ModelSession solve, double gap) {
    this.solve = solve;
    this.capacity = new CapacityCuts(solve, gap);
  }

  /**
   * Adds cuts once and solves the relaxation again; goes on from where it ended last.
   *
   * @param relaxed what is known of the relaxation
   * @param enoughYuan objective that proves what shall be proved
   * @param until asked whether there is time for another round
   * @return the relaxation with all cuts, or what is known if that says more
   */
  public Solution raised(Solution relaxed, double enoughYuan, Deadline until) {
    Optional<Solution> before = reopened();
    if (before.filter(point -> point.objective() < enoughYuan).isEmpty()) {
      over = true;
      return better(before, relaxed);
    }
    double[] x = before.get().columns();
    solve.cuts().dropSlack(x);
    rounded(before.get()).forEach(solve.cuts()::addOfFlows);
    Optional<Solution> next = solve.relaxedWith(capacity.violated(x));
    ended = solve.session().basis();
    last = next.orElse(null);
    double gained = next.map(Solution::objective).orElse(Double.NEGATIVE_INFINITY);
    double way = enoughYuan - before.get().objective();
    boolean useful = gained - before.get().objective() >= USEFUL_SHARE * way;
    over = gained >= enoughYuan || !useful || ++rounds >= ROUNDS_MAX || until.passed();
    return better(next, better(before, relaxed));
  }

  /** Whether another round is of no use. */
  public boolean over() {
    return over;
  }

  /** The relaxation where it ended last, in the session. */
  private Optional<Solution> reopened() {
    if (!solve.dispatching() && last != null) {
      return Optional.of(last);
    }
    solve.reopenRelaxation();
    if (ended != Basis.NONE) {
      solve.session().setBasis(ended);
    }
    return solve.relaxedWith(List.of());
  }

  private static Solution better(Optional<Solution> a, Solution b) {
    return a.filter(point -> point.objective() > b.objective()).orElse(b);
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
