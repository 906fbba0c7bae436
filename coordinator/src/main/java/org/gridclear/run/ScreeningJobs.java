package org.gridclear.run;

import java.util.Optional;
import org.gridclear.scenario.ScreeningPlan;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.security.ClearedSnapshots;
import org.gridclear.work.ScreeningScope;

/** Screenings that follow from a study. */
public final class ScreeningJobs {
  private ScreeningJobs() {}

  /**
   * The screening of a cleared case.
   *
   * @param caseNumber number of the case in the study
   * @return nothing if the case has no schedule or takes no part
   */
  public static Optional<Job.Screening> ofCase(
      RunResult result, int caseNumber, ScreeningPlan plan, GridStore store) {
    CaseResult cell = result.cases().get(caseNumber);
    if (!plan.includes(cell.name())) {
      return Optional.empty();
    }
    return store
        .outcome(cell.receipt())
        .map(
            outcome -> {
              ClearingCase clearingCase =
                  result.study().cases().get(caseNumber).resolve(result.study().base());
              ClearedSnapshots snapshots =
                  ClearedSnapshots.of(clearingCase, outcome.result(), plan.from(), plan.to());
              return new Job.Screening(
                  "screening of " + cell.name(),
                  snapshots.network(),
                  snapshots.points(),
                  new ScreeningScope(plan.contingencies(), null),
                  plan.options(),
                  result.study().remarks());
            });
  }
}
