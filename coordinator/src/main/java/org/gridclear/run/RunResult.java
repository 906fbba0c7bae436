package org.gridclear.run;

import java.util.List;
import org.gridclear.scenario.StudyDefinition;

/**
 * A run that has ended.
 *
 * @param status its last status
 * @param study what was studied
 * @param cases a cell per case, in the order of the study
 */
public record RunResult(RunStatus status, StudyDefinition study, List<CaseResult> cases) {
  public RunResult {
    cases = List.copyOf(cases);
  }

  /** Number of cases without a schedule. */
  public long failedCount() {
    return cases.stream().filter(result -> !result.solved()).count();
  }

  /** Number of cases to which the auditor objects. */
  public long auditFailedCount() {
    return cases.stream()
        .filter(result -> result.solved() && !result.receipt().summary().auditFindings().isEmpty())
        .count();
  }
}
