package org.gridclear.whatif;

import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;

/**
 * A case that was cleared, with what it was cleared to.
 *
 * @param clearingCase the case
 * @param options how it was cleared
 * @param result its schedule and prices
 */
public record KeptCase(ClearingCase clearingCase, ClearingOptions options, ClearingResult result) {
  /**
   * A case of a run that clears cases, by its place, 0 for the base.
   *
   * @return nothing if it has no outcome
   */
  public static Optional<KeptCase> of(RunResult run, int number, GridStore store) {
    return store
        .outcome(run.cases().get(number).receipt())
        .map(
            outcome -> new KeptCase(run.resolved(number), run.study().options(), outcome.result()));
  }
}
