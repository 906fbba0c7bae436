package org.gridclear.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Objects;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.market.MarketDay;
import org.gridclear.security.verification.AuditExtent;
import org.gridclear.security.verification.SecurityAudit;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.CaseOverlay;
import org.junit.jupiter.api.Test;

/** A unit of work from the case to its figures. */
class ClearingWorkTest {
  private static final StackWalker CALLERS =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final String TEXT =
      """
      {"horizon": {"periodCount": 3},
       "network": {"baseMva": 100,
         "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pq"}],
         "branches": [{"id": "l", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1},
           {"id": "m", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1}]},
       "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [0, 200],
         "yuanPerH": [0, 20000]}], "initial": {"on": true, "hours": 9, "powerMw": 50}}],
       "busLoads": [{"bus": "b", "mw": 50}],
       "rules": {"contingencies": {"everyBranch": true}}}
      """;

  private static final MarketDay DAY = Days.read(TEXT);

  private static WorkOutcome run(Deadline cancelled) {
    return run(DAY, cancelled);
  }

  private static WorkOutcome run(MarketDay day, Deadline cancelled) {
    return ClearingWork.run(
        (WorkUnit.Clearing)
            WorkUnit.clearing(
                "base",
                CaseOverlay.base(),
                ClearingOptions.LOSSLESS.withSecurity(new SecurityRounds(2, false)),
                ""),
        day,
        WarmStart.NONE,
        HighsSolver.find().orElseThrow(),
        Deadline.never(),
        cancelled,
        ClearingProgress.silent());
  }

  @Test
  void theFiguresSayHowMuchOfTheCheckWasSolvedAgain() {
    CaseSummary summary =
        assertInstanceOf(WorkOutcome.Solved.class, run(Deadline.never())).summary();
    assertEquals(new AuditExtent(3, 3, 6, 6, 0), summary.securityAudit());
  }

  /** The loss of the only unit leaves no part of the grid to solve; the case is not secure. */
  @Test
  void anOutageThatLeavesNothingIsAuditedAsAnyOther() {
    String only =
        "\"everyBranch\": true, \"listed\": [{\"id\": \"loss\", \"generators\": [\"g\"]}]";
    MarketDay day = Days.read(TEXT.replace("\"everyBranch\": true", only));
    CaseSummary summary =
        assertInstanceOf(WorkOutcome.Solved.class, run(day, Deadline.never())).summary();
    assertEquals(List.of(), summary.auditFindings());
    assertFalse(Objects.requireNonNull(summary.security()).secure());
  }

  /** What was not looked at to its end is neither passed nor kept. */
  @Test
  void aCaseCancelledDuringItsAuditHasNoResult() {
    Deadline duringTheAudit =
        () ->
            CALLERS.walk(
                frames -> frames.anyMatch(f -> f.getDeclaringClass() == SecurityAudit.class));
    WorkOutcome outcome = run(duringTheAudit);
    assertEquals(
        FailureReason.CANCELLED,
        assertInstanceOf(WorkOutcome.NotSolved.class, outcome).failure().reason());
  }
}
