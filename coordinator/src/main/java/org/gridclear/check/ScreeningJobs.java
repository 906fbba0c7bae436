package org.gridclear.check;

import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.Network;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.correction.ClearedSnapshots;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.security.input.SensitivityQuestion;
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
    return snapshots(result, caseNumber, plan.from(), plan.to(), store)
        .map(
            snapshots -> {
              Network network = snapshots.network();
              return new Job.Screening(
                  "screening of " + cell.name(),
                  DeviceLimit.applyTo(network, plan.limits()),
                  snapshots.points().stream()
                      .map(point -> DeviceLimit.applyTo(point, network, plan.limits()))
                      .toList(),
                  new ScreeningScope(plan.contingencies(), plan.watched(network)),
                  plan.options(),
                  result.study().remarks());
            });
  }

  /**
   * Sensitivities on the periods of a cleared case.
   *
   * @param from first period, counted from 0
   * @param to one past the last
   * @return nothing if the case has no schedule
   */
  public static Optional<Job.Sensing> sensing(
      RunResult result,
      int caseNumber,
      int from,
      int to,
      SensitivityQuestion question,
      GridStore store) {
    return snapshots(result, caseNumber, from, to, store)
        .map(
            snapshots ->
                new Job.Sensing(
                    "sensitivities of " + result.cases().get(caseNumber).name(),
                    snapshots.network(),
                    snapshots.points(),
                    question,
                    result.study().remarks()));
  }

  private static Optional<ClearedSnapshots> snapshots(
      RunResult result, int caseNumber, int from, int to, GridStore store) {
    return store
        .outcome(result.cases().get(caseNumber).receipt())
        .map(
            outcome -> {
              ClearingCase clearingCase =
                  result.study().cases().get(caseNumber).resolve(result.study().base());
              return ClearedSnapshots.of(clearingCase, outcome.result(), from, to);
            });
  }
}
