package org.gridclear.security.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Answer;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Horizon;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** Clearing and AC check in turn, checked by refactoring every outage (OutageAudit). */
// Rows: C-06, D-09, E-07, F-06
class SecureClearingTest {
  private static final int PERIODS = 2;
  private static final String FAR_UNIT =
      """
      , {"id": "far", "bus": "b", "offers": [{"mw": [10, 50], "yuanPerH": [3000, 15000]}],
         "initial": {"on": false, "hours": 9, "powerMw": 0}}\
      """;

  private static MarketDay day(boolean everyBranch) {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee30"),
            new Horizon(PERIODS, 60),
            new SyntheticOptions(3, 1.0, 0.1, 0.04, 0.2));
    return day.withRules(day.rules().withContingencies(new ContingencySet(everyBranch, List.of())));
  }

  private static ClearingResult clear(MarketDay day, int rounds) {
    return clear(day, new SecurityRounds(rounds, false));
  }

  private static ClearingResult clear(MarketDay day, SecurityRounds rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            ClearingOptions.LOSSLESS.withLosses(true).withSecurity(rounds),
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
    assertTrue(report.answered(), report.toString());
    assertTrue(report.rounds().size() > 1);
    assertEquals(0, report.rounds().get(report.rounds().size() - 1).newCuts());
    Set<String> unreported = overloads(day, result);
    for (Relaxation relaxation : result.relaxations()) {
      unreported.remove(relaxation.period() + " " + relaxation.element().split(",")[0]);
    }
    for (Violation violation : report.remaining()) {
      if (violation.answer() == Answer.REACTIVE) {
        assertTrue(isReactive(day, result, violation), violation.toString());
        String after = violation.outage().isEmpty() ? "" : " after outages";
        unreported.remove(violation.period() + " branch " + violation.element() + after);
      }
    }
    assertEquals(Set.of(), unreported);
  }

  @Test
  void heavyFlowsOfTheIntactGridAreThoseOfAPowerFlowFromScratch() {
    MarketDay day = day(true);
    ClearingResult result = clear(day, 1);
    Set<String> listed = new TreeSet<>();
    result.security().heavy().stream()
        .filter(heavy -> heavy.outage().isEmpty())
        .forEach(heavy -> listed.add(heavy.period() + " " + heavy.element()));
    Set<String> heavy = new TreeSet<>();
    for (int t = 0; t < PERIODS; t++) {
      ClearedSnapshots shot = ClearedSnapshots.of(ClearingCase.of(day), result, t, t + 1);
      PowerFlowResult flow =
          PowerFlowResult.ac(
              new PowerFlowModel(NetworkStructure.of(shot.network()), shot.points().get(0)),
              PowerFlowOptions.DEFAULT);
      for (int l = 0; l < day.network().branches().size(); l++) {
        double mva =
            Math.max(
                Math.hypot(flow.fromMw()[l], flow.fromMvar()[l]),
                Math.hypot(flow.toMw()[l], flow.toMvar()[l]));
        double limit = day.network().branches().get(l).ratings().normalMva();
        if (limit > 0 && mva >= 0.8 * limit && mva <= limit) {
          heavy.add(t + " " + day.network().branches().get(l).id());
        }
      }
    }
    assertFalse(heavy.isEmpty(), "no flow is heavy; the day shows nothing");
    assertEquals(heavy, listed);
    assertTrue(
        result.security().heavy().stream().anyMatch(each -> !each.outage().isEmpty()),
        "an outage loads some branch heavily");
  }

  /** Whether reactive power fills the rating or most of the flow, by a power flow from scratch. */
  private static boolean isReactive(MarketDay day, ClearingResult result, Violation violation) {
    int t = violation.period();
    ClearedSnapshots shot = ClearedSnapshots.of(ClearingCase.of(day), result, t, t + 1);
    NetworkIndex index = new NetworkIndex(shot.network());
    boolean[] on = shot.points().get(0).branchOn();
    if (!violation.outage().isEmpty()) {
      on[index.branch(violation.outage())] = false;
    }
    PowerFlowResult flow =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(shot.network()), shot.points().get(0)),
            PowerFlowOptions.DEFAULT);
    int l = index.branch(violation.element());
    double from = Math.hypot(flow.fromMw()[l], flow.fromMvar()[l]);
    double to = Math.hypot(flow.toMw()[l], flow.toMvar()[l]);
    double mvar = from >= to ? flow.fromMvar()[l] : flow.toMvar()[l];
    double mva = Math.max(from, to);
    assertEquals(violation.value(), mva, 0.02 * mva);
    return Math.abs(mvar) > 0.98 * violation.limit() || Math.abs(mvar) > 0.85 * mva;
  }

  /**
   * The same grid with a unit at the far end and a rating on the strong line: no flow is over a
   * rating, but the outage has no solution until that unit takes its share.
   */
  @Test
  void anOutageWithoutAnAcSolutionLimitsWhatItsBranchCarries() {
    MarketDay day = weakDay("{\"normalMva\": 500}", FAR_UNIT);
    ClearingResult once = clear(day, 1);
    assertEquals(List.of(new SecurityReport.Unsolved(0, "strong", 0)), once.security().unsolved());
    ClearingResult result = clear(day, 8);
    assertTrue(result.security().secure(), result.security().toString());
    assertEquals(List.of(), result.relaxations());
    assertTrue(result.schedule().outputMw()[1][0] >= 10, "the far unit is not used");
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
            WarmStart.NONE,
            FlowOffsets.NONE);
    ClearingOptions options =
        ClearingOptions.LOSSLESS.withGap(0.5).withSecurity(new SecurityRounds(1, false));
    ClearingOutcome outcome = SecureClearing.clear(ClearingCase.of(day(false)), options, context);
    var stopped = assertInstanceOf(ClearingOutcome.NotCleared.class, outcome);
    assertEquals(ClearingOutcome.Reason.CANCELLED, stopped.reason());
    assertTrue(stopped.text().contains("AC check"), stopped.text());
  }

  /** 100 MW over x = 0.6 p.u. are more than the 83 MW that a line without losses can bring. */
  @Test
  void anOutageWithoutAnAcSolutionMakesADayInsecureAndIsNamed() {
    MarketDay day = weakDay("{}", "");
    SecurityReport report = clear(day, 2).security();
    assertFalse(report.secure());
    assertEquals(List.of(new SecurityReport.Unsolved(0, "strong", 0)), report.unsolved());
    assertEquals(1, report.rounds().get(0).outagesDiverged());
  }

  /** A unit that must hold a high voltage gives more than it can: its line is over its rating. */
  @Test
  void withReactiveLimitsAUnitGivesNoMoreThanItCan() {
    MarketDay day = pushedDay();
    SecurityReport free = clear(day, new SecurityRounds(1, false)).security();
    assertEquals(1, free.remaining().size());
    assertEquals(Answer.REACTIVE, free.remaining().get(0).answer());
    SecurityReport limited = clear(day, new SecurityRounds(1, true)).security();
    assertEquals(List.of(), limited.remaining());
    assertTrue(limited.secure());
  }

  private static MarketDay pushedDay() {
    return Days.read(
        """
        {"name": "pushed", "horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"},
                     {"id": "b", "type": "pv", "vSetPu": 1.05}],
           "branches": [{"id": "line", "from": "a", "to": "b", "xPu": 0.05,
                         "ratings": {"normalMva": 60}}],
           "generators": [{"id": "far", "bus": "b", "pMw": 10, "pMaxMw": 50, "vSetPu": 1.05,
                           "qMinMvar": -10, "qMaxMvar": 20}]},
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [0, 400], "yuanPerH": [0, 8000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 10}},
           {"id": "far", "bus": "b", "offers": [{"mw": [10, 50], "yuanPerH": [10, 50]}],
            "initial": {"on": true, "hours": 9, "powerMw": 20}}],
         "busLoads": [{"bus": "b", "mw": 30}]}
        """);
  }

  private static MarketDay weakDay(String ratingsOfStrong, String moreUnits) {
    MarketDay day =
        Days.read(
            """
            {"name": "weak", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [
                 {"id": "strong", "from": "a", "to": "b", "xPu": 0.05, "ratings": %s},
                 {"id": "weak", "from": "a", "to": "b", "xPu": 0.6}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [0, 400], "yuanPerH": [0, 8000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 100}}%s],
             "busLoads": [{"bus": "b", "mw": 100}]}
            """
                .formatted(ratingsOfStrong, moreUnits));
    return day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of())));
  }

  /**
   * Every branch over its rating, in the intact grid and after every outage, solved from scratch.
   */
  private static Set<String> overloads(MarketDay day, ClearingResult result) {
    Set<String> found = new TreeSet<>();
    for (int t = 0; t < PERIODS; t++) {
      SolvedAnew anew = SolvedAnew.of(day, result, t);
      List<Contingency> all = new ArrayList<>();
      all.add(new Contingency("", List.of(), List.of(), List.of()));
      day.network().branches().forEach(branch -> all.add(Contingency.ofBranch(branch.id())));
      for (Contingency contingency : all) {
        OutageAudit.Finding after = anew.after(contingency);
        if (after.lostBuses() > 0) {
          continue;
        }
        for (int l = 0; l < anew.index().branchCount(); l++) {
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
