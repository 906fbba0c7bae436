package org.gridclear.check;

import java.util.Optional;
import org.gridclear.io.CaseFiles;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.sensitivity.SensitivityKernel;

/** What a run has to do to answer a question about sensitivities (H-10 to H-13). */
public final class SensitivityJobs {
  private SensitivityJobs() {}

  /**
   * Sensitivities on all operating points.
   *
   * @throws IllegalArgumentException if the question is of nothing in the network, or of too much
   */
  public static Job.Sensing of(CheckedNetwork checked, SensitivityQuestion question) {
    return of("sensitivities of " + checked.network().name(), checked, question);
  }

  /** Sensitivities on the snapshots of a synthetic day; one is the file's own operating point. */
  public static Job.Sensing ofDay(
      CaseFiles.Loaded loaded, int snapshots, SensitivityQuestion question) {
    SensitivityKernel.check(loaded.network(), question, snapshots);
    return job(
        "sensitivities of " + loaded.network().name(),
        CheckedNetwork.ofDay(loaded, snapshots),
        question);
  }

  /**
   * Sensitivities on the periods of a cleared case.
   *
   * @param from first period, counted from 0
   * @param to one past the last
   * @return nothing if the case has no schedule
   */
  public static Optional<Job.Sensing> ofCase(
      RunResult result,
      int caseNumber,
      int from,
      int to,
      SensitivityQuestion question,
      GridStore store) {
    int periods = result.study().base().periodCount();
    if (from < 0 || from >= to || to > periods) {
      throw new IllegalArgumentException(
          "The periods (%d..%d) must lie in 0..%d, to excluded.".formatted(from, to, periods));
    }
    return ClearedPeriods.of(result, caseNumber, from, to, store)
        .map(
            checked ->
                of("sensitivities of " + result.cases().get(caseNumber).name(), checked, question));
  }

  private static Job.Sensing of(String name, CheckedNetwork checked, SensitivityQuestion question) {
    SensitivityKernel.check(checked.network(), question, checked.points().size());
    return job(name, checked, question);
  }

  private static Job.Sensing job(
      String name, CheckedNetwork checked, SensitivityQuestion question) {
    return new Job.Sensing(name, checked.network(), checked.points(), question, checked.remarks());
  }
}
