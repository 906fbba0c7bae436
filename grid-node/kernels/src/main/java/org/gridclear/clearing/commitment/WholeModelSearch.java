package org.gridclear.clearing.commitment;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Incumbent;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.search.PrimalHeuristics;
import org.gridclear.clearing.search.StatusFixing;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;

/**
 * The last step: the whole model searched from the best schedule that is known, dispatched within
 * all flow limits, and searched again only if the limits that were missing cost more than the gap.
 */
final class WholeModelSearch {
  private static final int ROUNDS_MAX = 60;

  /** Searches of the whole model between which intervals of flows are split. */
  private static final int SPLIT_ROUNDS_MAX = 20;

  private final ModelSession solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final SearchGoal goal;
  private final StatusFixing fixing;
  private final double heuristicShare;
  private final Deadline until;

  /**
   * A search in a model.
   *
   * @param heuristicShare share of its effort that the solver spends on finding
   * @param until when it ends without its gap
   */
  WholeModelSearch(
      ModelSession solve,
      ClearingOptions options,
      ClearingContext context,
      double heuristicShare,
      Deadline until) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.goal = new SearchGoal(solve, options, context);
    this.fixing = new StatusFixing(solve.model());
    this.heuristicShare = heuristicShare;
    this.until = until;
  }

  /** The incumbent; empty if infeasible. */
  Optional<Incumbent> from(SearchState start) {
    SolverLimits limits =
        new SolverLimits(goal.searchGap(), options.nodesMax(), heuristicShare)
            .withTarget(goal.enoughYuan(start));
    SearchState state = start;
    long nodes = 0;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      double provedYuan = opened(state);
      SolverOutcome outcome = solve.session().solve(limits, until);
      if (outcome instanceof SolverOutcome.Infeasible) {
        // A schedule that is known refutes that there is none.
        return state.best().isEmpty()
            ? Optional.empty()
            : Optional.of(incumbent(state.best().get(), state, false, round, nodes));
      }
      if (foundNothing(outcome)) {
        return start.best().isEmpty()
            ? allUsedOn(outcome, state)
            : Optional.of(incumbent(start.best().get(), state, true, round, nodes));
      }
      Solution searched = solve.solutionOf(outcome);
      nodes += searched.nodes();
      boolean refuted =
          state.best().isPresent() && Incumbent.refutes(state.best().get(), searched.bound());
      state = refuted ? state : state.provedTo(Math.min(provedYuan, searched.bound()));
      int rowsBefore = solve.flowRows().size();
      state = dispatched(searched, start, state, refuted);
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      Incumbent found = incumbent(state.best().orElseThrow(), state, timeLimited, round, nodes);
      boolean last = timeLimited || refuted || found.gap() <= options.gap();
      boolean split =
          !last && round <= SPLIT_ROUNDS_MAX && solve.splitLosses(searched.columns()) > 0;
      boolean settled =
          solve.flowRows().size() == rowsBefore || outcome instanceof SolverOutcome.Feasible;
      if (last || (!split && settled)) {
        return Optional.of(found);
      }
    }
    throw new ClearingAbortedException(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  private static Incumbent incumbent(
      Solution priced, SearchState state, boolean timeLimited, int round, long nodes) {
    return new Incumbent(priced, state.boundYuan(), timeLimited, round, nodes);
  }

  /** What was searched, dispatched within all limits; the schedule that the next round has. */
  private SearchState dispatched(
      Solution searched, SearchState start, SearchState state, boolean refuted) {
    double[] columns = searched.columns();
    Solution priced =
        start.best().isPresent()
            ? solve.tryDispatch(columns, "dispatch").orElse(start.best().get())
            : solve.dispatch(columns, "dispatch");
    context.progress().phase(new SolverPhase("whole model", state.boundYuan(), priced.objective()));
    boolean held = solve.lossesTied();
    return held || refuted ? state.with(Optional.of(priced)) : state.holding(priced);
  }

  /**
   * Opens the whole model, but for the statuses that every schedule has which would refute that the
   * best one known is good enough.
   *
   * @return what is proved of all schedules left out: they cost at least this
   */
  private double opened(SearchState state) {
    solve.release();
    double provedYuan = Double.POSITIVE_INFINITY;
    Optional<Solution> best = state.best();
    if (best.isPresent()
        && best.get().objective() > 0
        && state.relaxed().columnDuals().length > 0) {
      provedYuan = best.get().objective() * (1 - goal.searchGap());
      int fixed = fixing.fixBeyond(solve.session(), state.relaxed(), provedYuan, best.get());
      context.progress().step("%d statuses settled by their costs".formatted(fixed));
    }
    // The solver forgets a start when bounds change, so it comes last.
    best.ifPresent(point -> solve.session().setStart(point.columns()));
    return provedYuan;
  }

  private boolean foundNothing(SolverOutcome outcome) {
    return outcome instanceof SolverOutcome.TimedOut
        && outcome.point().isEmpty()
        && !context.cancelled().passed();
  }

  /** What is left where a search was stopped before it found anything. */
  private Optional<Incumbent> allUsedOn(SolverOutcome outcome, SearchState state) {
    Solution point =
        new PrimalHeuristics(solve, context, each -> goal.enough(state, each))
            .allUsedOn(state.relaxed())
            .orElseThrow(() -> ClearingAbortedException.by(outcome, options.secondsMax()));
    context
        .progress()
        .phase(new SolverPhase("all used units on", state.boundYuan(), point.objective()));
    return Optional.of(incumbent(point, state, true, 1, 0));
  }
}
