package org.gridclear.work;

import org.gridclear.clearing.result.ClearingResult;

/** What became of a case. */
public sealed interface WorkOutcome {
  /** It was cleared. */
  record Solved(ClearingResult result, CaseSummary summary) implements WorkOutcome {}

  /** Nothing came of it. */
  record NotSolved(Failure failure) implements WorkOutcome {}
}
