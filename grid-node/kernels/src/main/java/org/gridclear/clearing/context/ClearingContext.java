package org.gridclear.clearing.context;

import java.util.Objects;
import java.util.Optional;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
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
 * @param proved what was proved before the last cuts came
 * @param statuses status of every thermal unit and period where they are no longer decided, though
 *     the data leave them free; empty otherwise
 */
public record ClearingContext(
    LinearSolver solver,
    Deadline searchUntil,
    Deadline cancelled,
    ClearingProgress progress,
    WarmStart start,
    FlowOffsets cuts,
    Optional<Proved> proved,
    Optional<boolean[][]> statuses) {
  /**
   * What is known of a case, and still holds when cuts are added to it.
   *
   * @param lpYuan objective of its relaxation
   * @param boundYuan proved lower bound of its objective
   * @param elastic whether units' own limits could be relaxed
   */
  public record Proved(double lpYuan, double boundYuan, boolean elastic) {}

  /** Without anything proved. */
  public ClearingContext(
      LinearSolver solver,
      Deadline searchUntil,
      Deadline cancelled,
      ClearingProgress progress,
      WarmStart start,
      FlowOffsets cuts) {
    this(solver, searchUntil, cancelled, progress, start, cuts, Optional.empty(), Optional.empty());
  }

  /** No limit, no listener, no knowledge. */
  public static ClearingContext of(LinearSolver solver) {
    return new ClearingContext(
        solver,
        Deadline.never(),
        Deadline.never(),
        ClearingProgress.silent(),
        WarmStart.NONE,
        FlowOffsets.NONE);
  }

  /** The same with knowledge of another case, which proves nothing about this one. */
  public ClearingContext startingFrom(WarmStart point) {
    return new ClearingContext(solver, searchUntil, cancelled, progress, point, cuts);
  }

  /** The same with cuts of a check of before. */
  public ClearingContext withCuts(FlowOffsets given) {
    return new ClearingContext(
        solver, searchUntil, cancelled, progress, start, given, proved, statuses);
  }

  /** The same with the statuses of a schedule. */
  public ClearingContext withStatuses(boolean[][] committed) {
    return new ClearingContext(
        solver, searchUntil, cancelled, progress, start, cuts, proved, Optional.of(committed));
  }

  /** The same case once more, with more cuts than when this came out. */
  public ClearingContext again(ClearingResult before, FlowOffsets more) {
    Proved known =
        new Proved(before.lpYuan(), before.bestBoundYuan(), before.statistics().elastic());
    return new ClearingContext(
        solver,
        searchUntil,
        cancelled,
        progress,
        Objects.requireNonNull(before.start()),
        more,
        Optional.of(known),
        statuses);
  }

  /**
   * What is proved of a model; of one whose limits may be relaxed, a stricter one proves nothing.
   */
  public Optional<Proved> proved(boolean ofElastic) {
    return proved.filter(known -> known.elastic() || !ofElastic);
  }

  /** The same without anything proved. */
  public ClearingContext unproved() {
    return new ClearingContext(
        solver, searchUntil, cancelled, progress, start, cuts, Optional.empty(), statuses);
  }
}
