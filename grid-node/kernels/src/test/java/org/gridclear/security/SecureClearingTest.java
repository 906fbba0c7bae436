package org.gridclear.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.audit.OutageAudit;
import org.gridclear.clearing.ClearingContext;
import org.gridclear.clearing.ClearingOutcome;
import org.gridclear.clearing.ClearingProgress;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.FlowOffsets;
import org.gridclear.clearing.Relaxation;
import org.gridclear.clearing.SecurityReport;
import org.gridclear.clearing.SolverPhase;
import org.gridclear.clearing.StartPoint;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.constraint.ContingencySet;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Horizon;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.scenario.resolved.ClearingOptions;
import org.gridclear.scenario.resolved.Outage;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** Clearing and AC check in turn, checked by refactoring every outage (OutageAudit). */
class SecureClearingTest {
  private static final int PERIODS = 2;

  private static MarketDay day(boolean everyBranch) {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee30"),
            new Horizon(PERIODS, 60),
            new SyntheticOptions(3, 1.0, 0.1, 0.04, 0.2));
    return day.withRules(day.rules().withContingencies(new ContingencySet(everyBranch, List.of())));
  }

  private static ClearingResult clear(MarketDay day, int rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            ClearingOptions.DEFAULT.withLosses(true).withSecurityRoundsMax(rounds),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  @Test
  void theRoundsEndWithAScheduleThatHoldsInAc() {
    MarketDay day = day(true);
    ClearingResult once = clear(day, 1);
    assertTrue(
        once.security().rounds().get(0).baseViolations()
                + once.security().rounds().get(0).outageViolations()
            > 0,
        "the DC schedule already holds in AC; the day shows nothing");
    ClearingResult result = clear(day, 12);
    SecurityReport report = result.security();
    assertTrue(report.secure(), report.toString());
    assertTrue(report.rounds().size() > 1);
    assertEquals(0, report.rounds().get(report.rounds().size() - 1).newCuts());
    Set<String> unreported = overloads(day, result);
    for (Relaxation relaxation : result.relaxations()) {
      unreported.remove(relaxation.period() + " " + relaxation.element().split(",")[0]);
    }
    assertEquals(Set.of(), unreported);
  }

  @Test
  void aCheckThatWasCancelledIsNoCheck() {
    boolean[] cancelled = new boolean[1];
    ClearingProgress cancels =
        new ClearingProgress() {
          @Override
          public void step(String text) {}

          @Override
          public void phase(SolverPhase phase) {
            cancelled[0] |= phase.incumbentYuan() > 0;
          }
        };
    ClearingContext context =
        new ClearingContext(
            HighsSolver.find().orElseThrow(),
            Deadline.never(),
            () -> cancelled[0],
            cancels,
            StartPoint.NONE,
            FlowOffsets.NONE);
    ClearingOptions options = ClearingOptions.DEFAULT.withGap(0.5).withSecurityRoundsMax(1);
    ClearingOutcome outcome = SecureClearing.clear(ClearingCase.of(day(false)), options, context);
    var stopped = assertInstanceOf(ClearingOutcome.NotCleared.class, outcome);
    assertEquals(ClearingOutcome.Reason.CANCELLED, stopped.reason());
    assertTrue(stopped.text().contains("AC check"), stopped.text());
  }

  /** 100 MW over x = 0.6 p.u. are more than the 83 MW that a line without losses can bring. */
  @Test
  void anOutageWithoutAnAcSolutionMakesADayInsecureAndIsNamed() {
    MarketDay day =
        Days.read(
            """
            {"name": "weak", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [{"id": "strong", "from": "a", "to": "b", "xPu": 0.05},
                            {"id": "weak", "from": "a", "to": "b", "xPu": 0.6}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [0, 400], "yuanPerH": [0, 8000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 100}}],
             "busLoads": [{"bus": "b", "mw": 100}]}
            """);
    day = day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of())));
    SecurityReport report = clear(day, 2).security();
    assertFalse(report.secure());
    assertEquals(List.of(new SecurityReport.Unsolved(0, "strong")), report.unsolved());
    assertEquals(1, report.rounds().get(0).outagesDiverged());
  }

  /**
   * Every branch over its rating, in the intact grid and after every outage, solved from scratch.
   */
  private static Set<String> overloads(MarketDay day, ClearingResult result) {
    Set<String> found = new TreeSet<>();
    for (int t = 0; t < PERIODS; t++) {
      ClearedSnapshots shot = ClearedSnapshots.of("day", day, result, t, t + 1);
      NetworkIndex index = new NetworkIndex(shot.network());
      OutageAudit audit = new OutageAudit(shot.network(), shot.points().get(0), true);
      List<Contingency> all = new ArrayList<>();
      all.add(new Contingency("", List.of(), List.of(), List.of()));
      day.network().branches().forEach(branch -> all.add(Contingency.ofBranch(branch.id())));
      for (Contingency contingency : all) {
        OutageAudit.Finding after = audit.ac(Outage.of(contingency, index));
        if (after.lostBuses() > 0) {
          continue;
        }
        for (int l = 0; l < index.branchCount(); l++) {
          var branch = day.network().branches().get(l);
          double rating =
              contingency.id().isEmpty() || branch.ratings().emergencyMva() == 0
                  ? branch.ratings().normalMva()
                  : branch.ratings().emergencyMva();
          if (rating > 0 && after.flow()[l] > rating * 1.02) {
            String outage = contingency.id().isEmpty() ? "" : " after outages";
            found.add(t + " branch " + branch.id() + outage);
          }
        }
      }
    }
    return found;
  }
}
