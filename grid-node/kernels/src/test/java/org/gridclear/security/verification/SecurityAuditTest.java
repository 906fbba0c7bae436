package org.gridclear.security.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Series;
import org.gridclear.security.correction.SecureClearing;
import org.gridclear.security.verification.SecurityAudit.Judged;
import org.gridclear.security.verification.SecurityAudit.Verdict;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict of the AC check that leaves something out is found by solving the schedule again. */
class SecurityAuditTest {
  /**
   * Two lines side by side, of which AC loads the first more than DC says; a unit at the far end
   * trips in the list of outages. Limits, interface and the size of the units are given.
   */
  private static MarketDay day(String limitsMw, double gateMw, double emergencyMva, double mostMw) {
    return Days.read(text(limitsMw, gateMw, emergencyMva, mostMw));
  }

  private static String text(String limitsMw, double gateMw, double emergencyMva, double mostMw) {
    return """
    {"name": "pair", "horizon": {"periodCount": 2},
     "network": {"baseMva": 100,
       "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
       "branches": [
         {"id": "l1", "from": "a", "to": "b", "rPu": 0.005, "xPu": 0.1,
          "ratings": {"normalMva": 500, "emergencyMva": %s}},
         {"id": "l2", "from": "a", "to": "b", "rPu": 0.3, "xPu": 0.3,
          "ratings": {"normalMva": 500, "emergencyMva": 500}}],
       "flowgates": [{"id": "gate", "terms": [{"branch": "l1", "weight": 1}],
                      "limitMw": %s, "reverseLimitMw": 999}]},
     "thermalUnits": [
       {"id": "cheap", "bus": "a", "offers": [{"mw": [0, %s], "yuanPerH": [0, 30000]}],
        "initial": {"on": true, "hours": 10, "powerMw": 100}},
       {"id": "dear", "bus": "b", "offers": [{"mw": [40, 300], "yuanPerH": [20000, 150000]}],
        "initial": {"on": true, "hours": 10, "powerMw": 50}},
       {"id": "lost", "bus": "b", "offers": [{"mw": [0, 30], "yuanPerH": [0, 300]}],
        "initial": {"on": true, "hours": 10, "powerMw": 30}}],
     "branchLimits": [{"branch": "l1", "mw": %s}],
     "busLoads": [{"bus": "b", "mw": 150}],
     "rules": {"contingencies": {"listed": [{"id": "trip", "generators": ["lost"]}]}}}
    """
        .formatted(emergencyMva, gateMw, mostMw, limitsMw);
  }

  private static ClearingResult clear(ClearingCase clearingCase, int rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            clearingCase,
            ClearingOptions.DEFAULT.withGap(1e-6).withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  /** The same schedule called secure, with nothing left. */
  private static ClearingResult calledSecure(ClearingResult result) {
    SecurityReport of = result.security();
    return result.withSecurity(
        new SecurityReport(of.rounds(), true, List.of(), List.of(), of.cuts(), of.next()));
  }

  private static List<Finding> audit(ClearingCase clearingCase, ClearingResult result) {
    return SecurityAudit.audit(clearingCase, result, false, Deadline.never()).findings();
  }

  /** The report without what is named after outages; what is left of the intact grid is named. */
  private static ClearingResult namedIntactAlone(ClearingResult result) {
    SecurityReport of = result.security();
    return result.withSecurity(
        SecurityReport.of(
            of.rounds(),
            of.remaining().stream().filter(v -> v.outage().isEmpty()).toList(),
            of.unsolved(),
            of.cuts(),
            of.next()));
  }

  @ParameterizedTest
  @CsvSource({
    "'[400, 60]', 999, 500, 300, branch l1, intact grid, 1",
    "'[400, 400]', 60, 500, 300, flowgate gate, intact grid, 0",
    "'[400, 400]', 999, 70, 300, branch l1, after trip, 0"
  })
  void aVerdictThatLeavesAFlowOutIsFound(
      String limits,
      double gateMw,
      double emergencyMva,
      double mostMw,
      String element,
      String grid,
      int period) {
    ClearingCase clearingCase = ClearingCase.of(day(limits, gateMw, emergencyMva, mostMw));
    ClearingResult once = clear(clearingCase, 1);
    assertFalse(once.security().secure());
    assertEquals(List.of(), audit(clearingCase, once), "what is named is no finding");
    List<Finding> found = audit(clearingCase, calledSecure(once));
    assertTrue(
        found.stream()
            .anyMatch(
                f ->
                    f.period() == period
                        && f.element().equals(grid)
                        && f.text().startsWith(element)),
        found.toString());
    ClearingResult secured = clear(clearingCase, 10);
    assertTrue(secured.security().secure(), secured.security().toString());
    assertEquals(List.of(), audit(clearingCase, secured));
  }

  @Test
  void aVerdictThatLeavesMissingPowerOutIsFound() {
    MarketDay whole = day("[400, 400]", 999, 500, 81);
    MarketDay tight =
        whole.withThermalUnits(
            List.of(
                whole.thermalUnits().get(0),
                whole.thermalUnits().get(1).withLimits(Series.of(40, 40), Series.of(42, 42)),
                whole.thermalUnits().get(2)));
    ClearingCase clearingCase = ClearingCase.of(tight);
    ClearingResult once = clear(clearingCase, 1);
    assertTrue(once.security().unsolved().stream().allMatch(SecurityReport.Unsolved::lacksPower));
    assertFalse(once.security().unsolved().isEmpty());
    assertEquals(List.of(), audit(clearingCase, once));
    List<Finding> found = audit(clearingCase, calledSecure(once));
    assertTrue(found.stream().anyMatch(f -> f.text().contains("are missing")), found.toString());
  }

  /** Limits after outages stay in effect where those of the intact grid are switched off. */
  @Test
  void outagesAreCheckedThoughLimitsOfTheIntactGridAreOff() {
    ClearingCase clearingCase =
        new ClearingCase(
            "off",
            day("[400, 60]", 999, 70, 300),
            Set.copyOf(EnumSet.of(ConstraintFamily.THERMAL)));
    ClearingResult once = clear(clearingCase, 1);
    List<SecurityReport.Violation> left = once.security().remaining();
    assertTrue(left.stream().anyMatch(v -> v.outage().equals("trip")), left.toString());
    assertTrue(left.stream().noneMatch(v -> v.outage().isEmpty()), left.toString());
    assertEquals(List.of(), audit(clearingCase, once));
    assertFalse(audit(clearingCase, calledSecure(once)).isEmpty());
  }

  @Test
  void everyGridIsSolvedAgainWithoutHelpOfTheCheck() {
    ClearingCase clearingCase = ClearingCase.of(day("[400, 400]", 999, 70, 300));
    ClearingResult once = clear(clearingCase, 1);
    List<Judged> all = new ArrayList<>();
    SecurityAudit.solveAll(clearingCase, once, 2, all::add);
    assertEquals(
        List.of(Verdict.SECURE, Verdict.NAMED_OVER, Verdict.SECURE, Verdict.NAMED_OVER),
        all.stream().map(Judged::verdict).toList());
    all.clear();
    SecurityAudit.solveAll(clearingCase, calledSecure(once), 2, all::add);
    assertEquals(
        List.of(Verdict.SECURE, Verdict.OVER, Verdict.SECURE, Verdict.OVER),
        all.stream().map(Judged::verdict).toList());
  }

  /** The intact grid loads l1 a little over its limit, the trip of 30 MW nearly half more. */
  @Test
  void whatIsNamedBeforeAnOutageExcusesNoMuchGraverFlowAfterIt() {
    ClearingCase clearingCase = ClearingCase.of(day("[60, 60]", 999, 60, 300));
    ClearingResult once = clear(clearingCase, 1);
    assertEquals(List.of(), audit(clearingCase, once));
    ClearingResult intactAlone = namedIntactAlone(once);
    assertFalse(intactAlone.security().remaining().isEmpty(), "l1 is over in the intact grid");
    List<Finding> found = audit(clearingCase, intactAlone);
    assertEquals(
        List.of("after trip", "after trip"), found.stream().map(Finding::element).toList());
    assertTrue(found.get(0).text().startsWith("branch l1"), found.toString());
  }

  /** A flow of next to nothing over a limit of less has the greatest share, and is in order. */
  @Test
  void aTinyLimitHidesNoOverload() {
    String tiny =
        """
        "branches": [{"id": "tiny", "from": "a", "to": "b", "rPu": 0, "xPu": 450,
          "ratings": {"normalMva": 500, "emergencyMva": 0.01}},
        """;
    ClearingCase clearingCase =
        ClearingCase.of(
            Days.read(text("[400, 400]", 999, 70, 300).replace("\"branches\": [", tiny.strip())));
    ClearingResult once = calledSecure(clear(clearingCase, 1));
    List<Judged> all = new ArrayList<>();
    SecurityAudit.solveAll(clearingCase, once, 1, all::add);
    Judged after = all.get(1);
    assertEquals(Verdict.OVER, after.verdict());
    assertTrue(after.text().startsWith("branch l1"), after.text());
    assertTrue(after.share() > 2, "the tiny branch has the greatest share: " + after);
  }

  @Test
  void aCancelledAuditSaysThatItWasCut() {
    ClearingCase clearingCase = ClearingCase.of(day("[400, 400]", 999, 500, 300));
    ClearingResult once = clear(clearingCase, 1);
    int[] asked = {0};
    SecurityAudit.Audited cut =
        SecurityAudit.audit(clearingCase, once, false, () -> ++asked[0] > 2);
    assertEquals(1, cut.findings().size(), cut.toString());
    assertTrue(cut.findings().get(0).text().startsWith("cut by a cancellation after 2 of its"));
    assertEquals(new AuditExtent(1, 2, 1, 2, 0), cut.extent());
    assertEquals(
        new AuditExtent(2, 2, 2, 2, 0),
        SecurityAudit.audit(clearingCase, once, false, Deadline.never()).extent());
    assertEquals(
        new AuditExtent(2, 2, 0, 2, 0),
        SecurityAudit.audit(clearingCase, once, true, Deadline.never()).extent());
  }
}
