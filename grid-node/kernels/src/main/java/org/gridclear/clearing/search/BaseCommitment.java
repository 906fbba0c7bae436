package org.gridclear.clearing.search;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.solver.Solution;

/** The commitment that a case in a grid starts from, before its relaxation is made complete. */
public final class BaseCommitment {
  private BaseCommitment() {}

  /**
   * Dispatches it after one round of the relaxation, whose bound, with the rows that the base
   * handed on, often proves it good enough. If not, the relaxation can go on from there, with the
   * rows that the dispatch has met.
   *
   * @return empty where there is no base, no grid, or no dispatch that is of use
   */
  public static Optional<Incumbent> dispatched(
      ModelSession solve, ClearingOptions options, ClearingContext context) {
    boolean based = context.start().fits(solve.model().statusColumns().length);
    if (!based
        || !solve.inGrid()
        || !solve.model().leavesWholesOpen()
        || options.strategy() != ClearingOptions.Strategy.RELAX_AND_FIX) {
      return Optional.empty();
    }
    Optional<Incumbent> found =
        solve.relaxedOnce().flatMap(once -> dispatched(solve, options, context, once));
    if (found.filter(each -> proved(each, options)).isEmpty()) {
      solve.reopenRelaxation();
    }
    return found;
  }

  /** Whether it is all that is asked for, with room for what pricing adds. */
  public static boolean proved(Incumbent found, ClearingOptions options) {
    return found.gap() <= ProvedBound.SEARCH_GAP_SHARE_IN_GRID * options.gap();
  }

  private static Optional<Incumbent> dispatched(
      ModelSession solve, ClearingOptions options, ClearingContext context, Solution once) {
    ProvedBound bound = new ProvedBound(solve, options, context, once, once.objective());
    if (bound.refutesBase()) {
      return Optional.empty();
    }
    PrimalHeuristics schedules =
        new PrimalHeuristics(solve, context, point -> bound.enough(Optional.of(point)));
    Optional<Solution> found = schedules.ofBase(once, bound.usefulYuan());
    found.ifPresent(point -> bound.tell("base before the relaxation", point.objective()));
    return found.map(point -> new Incumbent(point, bound.yuan(), false, 1, 0));
  }
}
