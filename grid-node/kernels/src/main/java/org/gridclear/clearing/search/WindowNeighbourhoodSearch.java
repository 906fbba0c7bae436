package org.gridclear.clearing.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;

/**
 * Improves a schedule by searching again some hours at a time, with the statuses of all other hours
 * as they are: a neighbourhood search whose programs stay small. docs/decisions/006.
 */
public final class WindowNeighbourhoodSearch {
  /** Windows of a pass, each overlapping the next by half; odd, so that steps of two reach all. */
  private static final int WINDOWS = 7;

  /** Less than this share of the objective is noise and no better schedule. */
  private static final double BETTER_SHARE = 1e-7;

  /** A model with fewer periods is searched as a whole as fast. */
  private static final int PERIODS_MIN = 16;

  private static final int NODES_MAX = 30;
  private static final int SEARCHES_MAX = 3 * WINDOWS;

  /** A window is searched again if one beside it gained more than this share of the gap. */
  private static final double USEFUL_SHARE = 0.1;

  private static final double GAP_SHARE = 0.25;

  private final ModelSession solve;
  private final ClearingContext context;
  private final Solution relaxed;
  private final double gap;
  private final double enoughYuan;
  private final Predicate<Solution> enough;
  private final Runnable settle;

  /**
   * A search in a model.
   *
   * @param gap relative gap that is good enough
   * @param enoughYuan objective that a program aims at: its dispatch is good enough
   * @param enough whether a dispatched schedule is, or there is no more time
   * @param settle fixes statuses in the session that no window opens
   */
  public WindowNeighbourhoodSearch(
      ModelSession solve,
      ClearingContext context,
      Solution relaxed,
      double gap,
      double enoughYuan,
      Predicate<Solution> enough,
      Runnable settle) {
    this.solve = solve;
    this.context = context;
    this.relaxed = relaxed;
    this.gap = gap;
    this.enoughYuan = enoughYuan;
    this.enough = enough;
    this.settle = settle;
  }

  /** The best schedule found, the given one if none is better. */
  public Solution improve(Solution schedule) {
    int periods = solve.model().periodCount();
    boolean[] due = new boolean[periods < PERIODS_MIN ? 0 : WINDOWS];
    Arrays.fill(due, true);
    Solution best = schedule;
    for (int w = 0, left = SEARCHES_MAX; left > 0 && w < due.length && !enough.test(best); left--) {
      int from = w * periods / (WINDOWS + 1);
      int to = (w + 2) * periods / (WINDOWS + 1);
      Solution found = window(best, from, to);
      due[w] = false;
      if (best.objective() - found.objective() > USEFUL_SHARE * gap * Math.abs(best.objective())) {
        for (int v = Math.max(0, w - 2); v <= Math.min(WINDOWS - 1, w + 2); v++) {
          due[v] |= v != w;
        }
      }
      best = found;
      w = next(due, w);
    }
    return best;
  }

  /**
   * The next window that is due, from a window on; the count if none is. Those that do not overlap
   * come first: they cover all periods in half the searches.
   */
  private static int next(boolean[] due, int after) {
    for (int i = 1; i <= due.length; i++) {
      int w = (after + 2 * i) % due.length;
      if (due[w]) {
        return w;
      }
    }
    return due.length;
  }

  private Solution window(Solution best, int from, int to) {
    solve.release();
    settle.run();
    for (int[] unit : solve.model().statusColumns()) {
      for (int t = 0; t < unit.length; t++) {
        if (t < from || t >= to) {
          double value = Math.rint(best.columns()[unit[t]]);
          solve.session().setColumnBounds(unit[t], value, value);
        }
      }
    }
    solve.serveAll(relaxed);
    solve.session().setStart(best.columns());
    SolverLimits limits =
        new SolverLimits(gap * GAP_SHARE, NODES_MAX)
            .withTarget(enoughYuan)
            .with(SolverLimits.Effort.QUICKEST);
    Optional<Solution> found =
        solve.session().solve(limits, context.searchUntil().or(context.cancelled())).point();
    context
        .progress()
        .step(
            "periods %d to %d: %.2f"
                .formatted(from + 1, to, found.map(Solution::objective).orElse(Double.NaN)));
    double useful = best.objective() - BETTER_SHARE * Math.abs(best.objective());
    if (found.isEmpty() || found.get().objective() >= useful) {
      return best;
    }
    return solve
        .tryDispatch(found.get().columns(), "window")
        .filter(dispatched -> dispatched.objective() < best.objective())
        .orElse(best);
  }
}
