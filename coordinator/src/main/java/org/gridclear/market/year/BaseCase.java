package org.gridclear.market.year;

import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.Owners;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredOutcome;

/**
 * The base case of a run, cleared.
 *
 * @param run the run
 * @param resolved the case as it was cleared
 * @param outcome what was found
 */
public record BaseCase(RunResult run, ClearingCase resolved, StoredOutcome outcome) {
  /** The base case of a run; nothing if it was not cleared. */
  public static Optional<BaseCase> of(RunResult run, GridStore store) {
    return store.outcome(receipt(run)).map(outcome -> new BaseCase(run, run.resolved(0), outcome));
  }

  /** What the clearing of a base case said, cleared or not. */
  public static Receipt receipt(RunResult run) {
    return run.cases().get(0).receipt();
  }

  /** What its clearing said. */
  public Receipt receipt() {
    return receipt(run);
  }

  /** As it becomes a version of a day. */
  public DayResult of(Owners owners) {
    return new DayResult(
        resolved, run.study().options(), outcome.result(), receipt().cleared(), owners);
  }
}
