package org.gridclear.work;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.market.MarketDay;
import org.gridclear.security.correction.SecureClearing;
import org.gridclear.security.verification.SecurityAudit;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.validate.InvalidInputException;

/** Does a work unit: resolves the case, clears it, has it audited, sums it up. */
public final class ClearingWork {
  private ClearingWork() {}

  /**
   * The outcome of a unit; a case that fails is an outcome too.
   *
   * @param base the base that the unit names
   * @param start what the case that the unit starts from found out
   */
  public static WorkOutcome run(
      WorkUnit.Clearing unit,
      MarketDay base,
      WarmStart start,
      LinearSolver solver,
      Deadline searchUntil,
      Deadline cancelled,
      ClearingProgress progress) {
    try {
      ClearingCase clearingCase = unit.overlay().resolve(base).in(unit.options().market());
      ClearingOutcome outcome =
          SecureClearing.clear(
              clearingCase,
              unit.options(),
              new ClearingContext(
                  solver, searchUntil, cancelled, progress, start, FlowOffsets.NONE));
      if (outcome instanceof ClearingOutcome.NotCleared notCleared) {
        FailureReason reason = FailureReason.valueOf(notCleared.reason().name());
        return new WorkOutcome.NotSolved(new Failure(reason, notCleared.text()));
      }
      var result = ((ClearingOutcome.Cleared) outcome).result();
      List<Finding> findings =
          new ArrayList<>(ClearingAuditor.audit(clearingCase, result, unit.options().ancillary()));
      boolean reactiveLimits = unit.options().security().reactiveLimits();
      SecurityAudit.Audited again =
          SecurityAudit.audit(clearingCase, result, reactiveLimits, cancelled);
      if (again.cut()) {
        return new WorkOutcome.NotSolved(
            new Failure(FailureReason.CANCELLED, "The case was cancelled during its audit."));
      }
      findings.addAll(again.findings());
      return new WorkOutcome.Solved(
          result, CaseSummary.of(clearingCase.day(), result, findings, again.extent()));
    } catch (InvalidInputException e) {
      return new WorkOutcome.NotSolved(
          new Failure(FailureReason.INVALID_INPUT, String.valueOf(e.getMessage())));
    }
  }
}
