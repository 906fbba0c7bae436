package org.gridclear.check;

import java.util.Optional;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.work.ScreeningScope;

/** What a run has to do so that outages of a network or of a cleared case are screened. */
public final class ScreeningJobs {
  private ScreeningJobs() {}

  /**
   * The screening of a network as a plan says; the cases and periods of the plan do not matter.
   *
   * @throws IllegalArgumentException if the plan watches no branch and no bus
   */
  public static Job.Screening of(CheckedNetwork checked, ScreeningPlan plan) {
    return of("screen " + checked.network().name(), checked, plan);
  }

  /**
   * The screening of a cleared case.
   *
   * @param caseNumber number of the case in the study
   * @return nothing if the case has no schedule or takes no part
   */
  public static Optional<Job.Screening> ofCase(
      RunResult result, int caseNumber, ScreeningPlan plan, GridStore store) {
    CaseResult cell = result.cases().get(caseNumber);
    return plan.includes(cell.name())
        ? ClearedPeriods.of(result, caseNumber, plan.from(), plan.to(), store)
            .map(checked -> of("screening of " + cell.name(), checked, plan))
        : Optional.empty();
  }

  private static Job.Screening of(String name, CheckedNetwork checked, ScreeningPlan plan) {
    CheckedNetwork limited = checked.limited(plan.limits());
    return new Job.Screening(
        name,
        limited.network(),
        limited.points(),
        new ScreeningScope(plan.contingencies(), plan.watched(checked.network())),
        plan.options(),
        checked.remarks());
  }
}
