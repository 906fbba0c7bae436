package org.gridclear.clearing.context;

import org.gridclear.clearing.result.ClearingResult;

/** A clearing's end: a result, or the reason why there is none. */
public sealed interface ClearingOutcome {
  /** There is a schedule. */
  record Cleared(ClearingResult result) implements ClearingOutcome {}

  /**
   * There is none.
   *
   * @param reason one of a closed list
   * @param text what happened, for a person
   */
  record NotCleared(Reason reason, String text) implements ClearingOutcome {}

  /** Why a case was not cleared. */
  enum Reason {
    INFEASIBLE,
    UNBOUNDED,
    TIMED_OUT,
    CANCELLED,
    SOLVER_FAILED
  }
}
