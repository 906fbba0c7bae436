package org.gridclear.check;

import java.util.Optional;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;

/** Periods of a case of a run that cleared some. */
final class ClearedPeriods {
  private ClearedPeriods() {}

  /** Its periods from the first to before the last; nothing if the case has no schedule. */
  static Optional<CheckedNetwork> of(
      RunResult result, int caseNumber, int from, int to, GridStore store) {
    return store
        .outcome(result.cases().get(caseNumber).receipt())
        .map(
            outcome ->
                CheckedNetwork.ofPlan(
                    result.resolved(caseNumber),
                    outcome.result(),
                    from,
                    to,
                    result.study().remarks()));
  }
}
