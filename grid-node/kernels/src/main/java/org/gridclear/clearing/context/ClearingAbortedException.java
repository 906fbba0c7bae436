package org.gridclear.clearing.context;

import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverOutcome;

/** Leaves a clearing with an outcome that is no result. */
public final class ClearingAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ClearingOutcome outcome;

  /** An end for a reason, said in words. */
  public ClearingAbortedException(ClearingOutcome.Reason reason, String text) {
    super(text, null, false, false);
    this.outcome = new ClearingOutcome.NotCleared(reason, text);
  }

  /**
   * The point with which a search ended.
   *
   * @param secondsMax time that it had
   * @throws ClearingAbortedException if it has none, or the case was cancelled meanwhile
   */
  public static Solution pointOf(SolverOutcome outcome, Deadline cancelled, double secondsMax) {
    if (outcome instanceof SolverOutcome.TimedOut && cancelled.passed()) {
      throw new ClearingAbortedException(
          ClearingOutcome.Reason.CANCELLED, "The case was cancelled.");
    }
    return outcome.point().orElseThrow(() -> by(outcome, secondsMax));
  }

  /**
   * By what a search ended with that found no point.
   *
   * @param secondsMax time that it had
   */
  public static ClearingAbortedException by(SolverOutcome outcome, double secondsMax) {
    if (outcome instanceof SolverOutcome.TimedOut) {
      return new ClearingAbortedException(
          ClearingOutcome.Reason.TIMED_OUT,
          "No schedule was found within %s s.".formatted(secondsMax));
    } else if (outcome instanceof SolverOutcome.Unbounded) {
      return new ClearingAbortedException(
          ClearingOutcome.Reason.UNBOUNDED,
          "The cost has no lower bound; is a negative price offered without a limit?");
    } else if (outcome instanceof SolverOutcome.Failed failed) {
      return new ClearingAbortedException(ClearingOutcome.Reason.SOLVER_FAILED, failed.cause());
    }
    return new ClearingAbortedException(
        ClearingOutcome.Reason.SOLVER_FAILED, "The solver ended with " + outcome);
  }

  /** The outcome of the case. */
  public ClearingOutcome outcome() {
    return outcome;
  }
}
