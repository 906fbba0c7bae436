package org.gridclear.run;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.study.StudyDefinition;
import org.gridclear.work.CaseAlarms;
import org.gridclear.work.CaseSummary;

/**
 * A run that has ended.
 *
 * @param status its last status
 * @param job what was asked for
 * @param cases a cell per case or range of outages, in the order of the job
 */
public record RunResult(RunStatus status, Job job, List<CaseResult> cases) {
  public RunResult {
    cases = List.copyOf(cases);
  }

  /** The study of a run that clears cases. */
  public StudyDefinition study() {
    return ((Job.Clearing) job).study();
  }

  /** A case of a run that clears cases, by its place, 0 for the base, as it was cleared. */
  public ClearingCase resolved(int number) {
    StudyDefinition study = study();
    return study.cases().get(number).resolve(study.base()).in(study.options().market());
  }

  /** Number of cells without a result. */
  public long failedCount() {
    return cases.stream().filter(result -> !result.solved()).count();
  }

  /** Number of cases with an alarm: not audited, not secure, or load not served. */
  public long alarmedCount() {
    return cases.stream()
        .filter(result -> result.receipt().summary() instanceof CaseSummary)
        .filter(result -> !CaseAlarms.of(result.receipt().cleared()).isEmpty())
        .count();
  }

  /** Whether the run is done and every cell has a result. */
  public boolean isSolved() {
    return status.state() == RunState.DONE && failedCount() == 0;
  }

  /** Whether every cell has a result, and none an alarm. */
  public boolean isClean() {
    return isSolved() && alarmedCount() == 0;
  }

  /** Number of cases to which the auditor objects. */
  public long auditFailedCount() {
    return cases.stream()
        .filter(result -> result.receipt().summary() instanceof CaseSummary)
        .filter(result -> !result.receipt().cleared().auditFindings().isEmpty())
        .count();
  }
}
