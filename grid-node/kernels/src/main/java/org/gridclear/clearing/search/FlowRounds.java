package org.gridclear.clearing.search;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.flow.FlowRows;
import org.gridclear.clearing.flow.LossCuts;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.jspecify.annotations.Nullable;

/** Solves the linear program of a session in rounds, each adding the flow rows that it violates. */
final class FlowRounds {
  private static final int ROUNDS_MAX = 150;

  private final SolverSession session;
  private final FlowRows flowRows;
  private final ClearingOptions options;
  private final ClearingContext context;
  private double @Nullable [] last;
  private int count;
  private int addedLast;

  FlowRounds(
      SolverSession session, FlowRows flowRows, ClearingOptions options, ClearingContext context) {
    this.session = session;
    this.flowRows = flowRows;
    this.options = options;
    this.context = context;
  }

  /** Rounds so far. */
  int count() {
    return count;
  }

  /** Rows that the last round added. */
  int addedLast() {
    return addedLast;
  }

  /** Whether the session is where a solution was found. */
  boolean endedAt(Solution solution) {
    return solution.columns() == last;
  }

  /** The program has changed. */
  void leave() {
    last = null;
  }

  /**
   * Until no row is missing, or until that is an objective which is enough; empty if infeasible.
   *
   * @param lossToleranceShare losses that may be lacking, as a share of them
   * @param enoughYuan objective from which rows may be missing
   */
  Optional<Solution> secure(String phase, double lossToleranceShare, double enoughYuan) {
    Optional<Solution> solution =
        settle(phase, lossToleranceShare, Double.POSITIVE_INFINITY, enoughYuan);
    if (addedLast > 0 && solution.filter(point -> point.objective() < enoughYuan).isPresent()) {
      throw new ClearingAbortedException(
          ClearingOutcome.Reason.SOLVER_FAILED,
          "Flow limits were still violated after %d rounds.".formatted(ROUNDS_MAX));
    }
    return solution;
  }

  /** Until no row is missing; empty if it is infeasible, of no use, or rows are missing still. */
  Optional<Solution> settled(String phase, double yuanMax) {
    return settle(phase, LossCuts.TOLERANCE_SHARE, yuanMax, Double.POSITIVE_INFINITY)
        .filter(point -> addedLast == 0);
  }

  /** The last of the rounds; rows were added in it if they were not enough. */
  private Optional<Solution> settle(
      String phase, double lossToleranceShare, double yuanMax, double enoughYuan) {
    Optional<Solution> solution = Optional.empty();
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      solution = round(phase, lossToleranceShare, yuanMax);
      if (addedLast == 0 || solution.filter(point -> point.objective() < enoughYuan).isEmpty()) {
        return solution;
      }
    }
    return solution;
  }

  /** Once; empty if infeasible, or dearer than what is of use. */
  Optional<Solution> round(String phase, double lossToleranceShare, double yuanMax) {
    SolverOutcome outcome =
        session.solve(new SolverLimits(0, options.nodesMax()), context.cancelled());
    if (outcome instanceof SolverOutcome.Infeasible) {
      return Optional.empty();
    }
    Solution solution =
        ClearingAbortedException.pointOf(outcome, context.cancelled(), options.secondsMax());
    last = solution.columns();
    if (solution.objective() > yuanMax) {
      return Optional.empty();
    }
    addedLast = flowRows.addViolated(session, solution.columns(), lossToleranceShare);
    count++;
    int moving = flowRows.losses().unsettled();
    context
        .progress()
        .step(
            "%s round %d: %.2f, %d flow rows added%s"
                .formatted(
                    phase,
                    count,
                    solution.objective(),
                    addedLast,
                    moving > 0 ? ", losses that do not settle: " + moving : ""));
    return Optional.of(solution);
  }
}
