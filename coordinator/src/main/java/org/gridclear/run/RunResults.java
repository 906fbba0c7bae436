package org.gridclear.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a run that has ended: a result per unit of its plan.
 *
 * @param units in the order of the plan
 */
public record RunResults(List<UnitResult> units) {
  public RunResults {
    units = List.copyOf(units);
  }

  /** The result of a run with this plan. */
  public RunResult of(RunPlan plan, RunStatus status) {
    List<CaseResult> cases = new ArrayList<>();
    for (RunPlan.Cell cell : plan.cells()) {
      UnitResult unit = units.get(cell.unit());
      cases.add(
          new CaseResult(
              cell.name(),
              unit.receipt(),
              unit.attempts(),
              unit.sentAtSeconds(),
              unit.answeredAtSeconds()));
    }
    return new RunResult(status, plan.job(), cases);
  }
}
