package org.gridclear.clearing;

import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;

/**
 * What a clearing needs besides its case and options.
 *
 * @param solver optimiser
 * @param searchUntil when the search for a commitment stops; pricing still follows
 * @param cancelled when everything stops
 * @param progress listens
 * @param start what another case found out
 * @param cuts corrections around AC points (EQ-08)
 */
public record ClearingContext(
    LinearSolver solver,
    Deadline searchUntil,
    Deadline cancelled,
    ClearingProgress progress,
    StartPoint start,
    FlowOffsets cuts) {
  /** No limit, no listener, no knowledge. */
  public static ClearingContext of(LinearSolver solver) {
    return new ClearingContext(
        solver,
        Deadline.never(),
        Deadline.never(),
        ClearingProgress.silent(),
        StartPoint.NONE,
        FlowOffsets.NONE);
  }

  /** The same with knowledge of another case. */
  public ClearingContext startingFrom(StartPoint point) {
    return new ClearingContext(solver, searchUntil, cancelled, progress, point, cuts);
  }

  /** The same with other cuts. */
  public ClearingContext with(FlowOffsets changed) {
    return new ClearingContext(solver, searchUntil, cancelled, progress, start, changed);
  }
}
