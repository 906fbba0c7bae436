package org.gridclear.work;

import org.gridclear.clearing.ClearingResult;

/** What became of a work unit. */
public sealed interface WorkOutcome {
  /** It was cleared. */
  record Solved(ClearingResult result, CaseSummary summary) implements WorkOutcome {}

  /** It was not. */
  record NotSolved(Failure failure) implements WorkOutcome {}
}
