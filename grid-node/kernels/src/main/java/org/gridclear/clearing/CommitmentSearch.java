package org.gridclear.clearing;

import java.util.Optional;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;

/**
 * Finds a commitment and proves how good it is, cheapest means first: statuses that the relaxation
 * (and a base case, where there is one) leaves no doubt about are fixed, the small program that is
 * left gives a schedule, and if the relaxation's bound proves that good enough, that is all.
 * Otherwise the whole model is searched from that schedule. docs/decisions/004-start.md.
 */
final class CommitmentSearch {
  private static final int ROUNDS_MAX = 60;

  /** The search stops a little within the gap, so that pricing cannot carry it over. */
  private static final double SEARCH_GAP_SHARE = 0.9;

  /** A small program need not be solved better than a schedule shall be in the end. */
  private static final double START_GAP_SHARE = 0.25;

  /** With a good start the search has to prove more than to find. */
  private static final double SEARCH_HEURISTIC_SHARE = 0.01;

  private static final int START_NODES_MAX = 100;

  private final ModelSolve solve;
  private final ClearingOptions options;
  private final ClearingContext context;
  private final Solution relaxed;
  private double bound;

  /**
   * A commitment with its dispatch.
   *
   * @param priced dispatch of the commitment, with duals
   * @param bound proved lower bound of the objective
   */
  record Found(Solution priced, double bound, boolean timeLimited, int rounds, long nodes) {
    double gap() {
      double objective = priced.objective();
      return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
    }
  }

  CommitmentSearch(
      ModelSolve solve, ClearingOptions options, ClearingContext context, Solution relaxed) {
    this.solve = solve;
    this.options = options;
    this.context = context;
    this.relaxed = relaxed;
    this.bound = relaxed.objective();
  }

  /** Searches; empty if no schedule exists. */
  Optional<Found> run() {
    context.progress().phase(new SolverPhase("relaxation", bound, Double.NaN));
    if (solve.model().integerColumns().length == 0) {
      return Optional.of(new Found(relaxed, bound, false, 1, 0));
    }
    Optional<Solution> start = Optional.empty();
    if (options.strategy() == ClearingOptions.Strategy.RELAX_AND_FIX) {
      start = start();
      if (start.isPresent()) {
        Found found = new Found(start.get(), bound, false, 1, start.get().nodes());
        if (found.gap() <= options.gap()) {
          return Optional.of(found);
        }
        solve.session().setStart(start.get().columns());
      }
    }
    solve.release();
    start.ifPresent(point -> solve.session().setStart(point.columns()));
    return whole(start);
  }

  /** A good schedule among the statuses that are left open, dispatched. */
  private Optional<Solution> start() {
    SettledStatuses settled = new SettledStatuses(solve.model());
    boolean based = context.start().fits(solve.model().statusColumns().length);
    solve.release();
    int fixed =
        based
            ? settled.fixAgreed(solve.session(), relaxed, context.start().committed())
            : settled.fix(solve.session(), relaxed);
    context.progress().step("%d statuses settled by the relaxation".formatted(fixed));
    Solution priced = null;
    double proved = bound / (1 - options.gap() * SEARCH_GAP_SHARE);
    SolverLimits limits =
        new SolverLimits(options.gap() * START_GAP_SHARE, START_NODES_MAX)
            .withTarget(bound > 0 ? proved : Double.NEGATIVE_INFINITY);
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome =
          solve.session().solve(limits, context.searchUntil().or(context.cancelled()));
      Optional<Solution> found = ModelSolve.pointOf(outcome);
      if (found.isEmpty()) {
        break;
      }
      int rowsBefore = solve.flowRows().size();
      priced = solve.dispatch(found.get().columns(), "start");
      boolean cheap = priced.objective() - found.get().objective() <= bound * options.gap() / 4;
      if (solve.flowRows().size() == rowsBefore || cheap || round == 2) {
        break;
      }
      solve.release();
      settled.fix(solve.session(), relaxed);
      solve.session().setStart(priced.columns());
    }
    Optional<Solution> result = Optional.ofNullable(priced);
    context
        .progress()
        .phase(
            new SolverPhase(
                based ? "base commitment" : "settled statuses",
                bound,
                result.map(Solution::objective).orElse(Double.NaN)));
    return result;
  }

  /**
   * Searches the whole model, dispatches within all flow limits, and searches again only if the
   * limits that were missing cost more than the gap allows; empty if infeasible.
   */
  private Optional<Found> whole(Optional<Solution> start) {
    SolverLimits limits =
        new SolverLimits(
            options.gap() * SEARCH_GAP_SHARE,
            options.nodesMax(),
            start.isPresent() ? SEARCH_HEURISTIC_SHARE : 0.05);
    long nodes = 0;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      SolverOutcome outcome =
          solve.session().solve(limits, context.searchUntil().or(context.cancelled()));
      if (outcome instanceof SolverOutcome.Infeasible) {
        return Optional.empty();
      }
      boolean timeLimited = outcome instanceof SolverOutcome.TimedOut;
      Optional<Solution> searched =
          fallsBack(outcome, start) ? Optional.empty() : Optional.of(solve.solutionOf(outcome));
      if (searched.isPresent()) {
        bound = Math.max(bound, searched.get().bound());
        nodes += searched.get().nodes();
      }
      Solution committed = searched.or(() -> start).orElseThrow();
      int rowsBefore = solve.flowRows().size();
      Solution priced = solve.dispatch(committed.columns(), "dispatch");
      Found found = new Found(priced, bound, timeLimited, round, nodes);
      context.progress().phase(new SolverPhase("whole model", bound, priced.objective()));
      if (timeLimited
          || found.gap() <= options.gap()
          || solve.flowRows().size() == rowsBefore
          || outcome instanceof SolverOutcome.Feasible) {
        return Optional.of(found);
      }
      solve.release();
      solve.session().setStart(priced.columns());
    }
    throw new Stopped(
        ClearingOutcome.Reason.SOLVER_FAILED,
        "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
  }

  /** Whether a search was stopped before it found anything, and the start is all there is. */
  private boolean fallsBack(SolverOutcome outcome, Optional<Solution> start) {
    return outcome instanceof SolverOutcome.TimedOut
        && ModelSolve.pointOf(outcome).isEmpty()
        && !context.cancelled().passed()
        && start.isPresent();
  }
}
