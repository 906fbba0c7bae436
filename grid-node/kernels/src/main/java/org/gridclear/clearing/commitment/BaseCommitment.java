package org.gridclear.clearing.commitment;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.PrimalHeuristics;
import org.gridclear.solver.Solution;

/** The commitment that a case starts from: of its base, or of the same case before cuts came. */
public final class BaseCommitment {
  private BaseCommitment() {}

  /**
   * Dispatches that of the base of a case in a grid after one round of the relaxation, whose bound,
   * with the rows that the base handed on, often proves it good enough. If not, the relaxation can
   * go on from there, with the rows that the dispatch has met.
   *
   * @return empty where there is no base, no grid, or no dispatch that is of use
   */
  public static Optional<Incumbent> dispatched(
      ModelSession solve, ClearingOptions options, ClearingContext context) {
    if (!solve.based()
        || !solve.inGrid()
        || !solve.model().leavesWholesOpen()
        || options.strategy() != ClearingOptions.Strategy.RELAX_AND_FIX) {
      return Optional.empty();
    }
    return solve.relaxedOnce().flatMap(once -> dispatched(solve, options, context, once));
  }

  /** Whether it is all that is asked for, with room for what pricing adds. */
  public static boolean proved(Incumbent found, ModelSession solve, ClearingOptions options) {
    return found.gap() <= gap(solve, options);
  }

  /** Bound from which it is; infinite where there is none. */
  public static double provingYuan(
      Optional<Incumbent> found, ModelSession solve, ClearingOptions options) {
    return found
        .map(each -> each.priced().objective())
        .map(yuan -> yuan - gap(solve, options) * Math.abs(yuan))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The prices of losses take flows that cost a little more than those of the dispatch. */
  private static double gap(ModelSession solve, ClearingOptions options) {
    double share =
        solve.model().hasLosses()
            ? SearchGoal.SEARCH_GAP_SHARE_IN_GRID
            : SearchGoal.SEARCH_GAP_SHARE;
    return share * options.gap();
  }

  private static Optional<Incumbent> dispatched(
      ModelSession solve, ClearingOptions options, ClearingContext context, Solution once) {
    SearchGoal goal = new SearchGoal(solve, options, context);
    SearchState state = SearchState.of(once, once.objective());
    if (!solve.small() && goal.refutesBase(state)) {
      return Optional.empty();
    }
    PrimalHeuristics schedules =
        new PrimalHeuristics(solve, context, point -> goal.enough(state, point));
    Optional<Solution> found =
        schedules
            .ofBase(once, goal.usefulYuan(state))
            .map(point -> solve.small() ? schedules.drawnTo(once, point) : point);
    found.ifPresent(
        point ->
            context
                .progress()
                .phase(
                    new SolverPhase(
                        "base before the relaxation", state.boundYuan(), point.objective())));
    return found.map(point -> new Incumbent(point, state.boundYuan(), false, 1, 0));
  }

  /**
   * Dispatches that of the same case before cuts were added, with them. If it still is good enough,
   * or there is no more time, nothing need be relaxed or searched again; empty otherwise.
   *
   * @param boundYuan proved lower bound
   */
  public static Optional<Incumbent> kept(
      ModelSession solve, ClearingOptions options, ClearingContext context, double boundYuan) {
    if (!solve.based()) {
      return Optional.empty();
    }
    Optional<Incumbent> found =
        solve
            .dispatchStatuses(
                context.start().committed(), "commitment kept", Double.POSITIVE_INFINITY)
            .map(priced -> new Incumbent(priced, boundYuan, true, 1, 0));
    found.ifPresent(
        f ->
            context
                .progress()
                .phase(new SolverPhase("commitment kept", boundYuan, f.priced().objective())));
    Optional<Incumbent> good =
        found.filter(f -> f.gap() <= options.gap() || context.searchUntil().passed());
    if (good.isEmpty()) {
      solve.release();
    }
    return good;
  }
}
