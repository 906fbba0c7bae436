package org.gridclear.security.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * Limits of a period, flowgates and decided HVDC power in the AC check. Two buses whose voltages
 * are held have a closed form, which is the oracle.
 */
// Rows: B-18, C-12
class PeriodSecurityTest {
  private static final double BASE_MVA = 100;

  private static ClearingResult clear(MarketDay day, int rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            ClearingOptions.LOSSLESS
                .withLosses(true)
                .withGap(1e-6)
                .withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  /** Two lines side by side, the first of little resistance, whose share DC takes for less. */
  private static MarketDay pair(String limits, String flowgates, int periods) {
    return Days.read(
        """
        {"name": "pair", "horizon": {"periodCount": %d},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
           "branches": [
             {"id": "l1", "from": "a", "to": "b", "rPu": 0.005, "xPu": 0.1,
              "ratings": {"normalMva": 500, "emergencyMva": 500}},
             {"id": "l2", "from": "a", "to": "b", "rPu": 0.3, "xPu": 0.3,
              "ratings": {"normalMva": 500, "emergencyMva": 500}}]%s},
         "thermalUnits": [
           {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 100}},
           {"id": "dear", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 150000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 50}}],
         "busLoads": [{"bus": "b", "mw": 150}]%s}
        """
            .formatted(periods, flowgates, limits));
  }

  /** Apparent power at the sending end of the first line, both voltages held at 1 p.u. */
  private static double firstLineMva(double angle) {
    double r = 0.005;
    double x = 0.1;
    double z2 = r * r + x * x;
    double p = (r * (1 - Math.cos(angle)) + x * Math.sin(angle)) / z2;
    double q = (x * (1 - Math.cos(angle)) - r * Math.sin(angle)) / z2;
    return BASE_MVA * Math.hypot(p, q);
  }

  /** Active power sent at a over both lines, in MW. */
  private static double sentMw(double angle) {
    return BASE_MVA * (sentPu(0.005, 0.1, angle) + sentPu(0.3, 0.3, angle));
  }

  private static double sentPu(double r, double x, double angle) {
    return (r * (1 - Math.cos(angle)) + x * Math.sin(angle)) / (r * r + x * x);
  }

  /** Angle at which bus a sends so much, by bisection. */
  private static double angleOf(double mw) {
    double low = 0;
    double high = 0.7;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      low = sentMw(middle) < mw ? middle : low;
      high = sentMw(middle) < mw ? high : middle;
    }
    return low;
  }

  @Test
  void aLimitOfOnePeriodIsCheckedInThatPeriodAlone() {
    MarketDay day = pair(", \"branchLimits\": [{\"branch\": \"l1\", \"mw\": [400, 60]}]", "", 2);
    ClearingResult once = clear(day, 1);
    Violation found = once.security().remaining().get(0);
    assertEquals(1, once.security().remaining().size());
    assertEquals(1, found.period());
    assertEquals(firstLineMva(angleOf(once.schedule().outputMw()[0][1])), found.value(), 0.02 * 60);
    assertFalse(once.security().secure());

    ClearingResult result = clear(day, 6);
    assertTrue(result.security().secure(), result.security().toString());
    assertEquals(0, result.schedule().outputMw()[1][0], 1e-6, "hour 1 is not limited to 60 MVA");
    assertEquals(once.schedule().outputMw()[0][0], result.schedule().outputMw()[0][0], 1e-6);
    double second = firstLineMva(angleOf(result.schedule().outputMw()[0][1]));
    assertTrue(second <= 60 * 1.001, "hour 2 carries " + second + " MVA");
    assertTrue(second >= 60 * 0.97, "hour 2 is cut too far: " + second + " MVA");
  }

  @Test
  void aPeriodWithoutALimitIsNotHeldToThatOfAnother() {
    MarketDay day =
        pair(", \"branchLimits\": [{\"branch\": \"l1\", \"mw\": [\"Infinity\", 60]}]", "", 2);
    ClearingResult result = clear(day, 6);
    assertEquals(0, result.schedule().outputMw()[1][0], 1e-6);
    assertTrue(result.schedule().outputMw()[1][1] > 60);
  }

  @Test
  void aLimitOfNothingIsALimit() {
    MarketDay day = pair(", \"branchLimits\": [{\"branch\": \"l1\", \"mw\": [0, 400]}]", "", 2);
    ClearedSnapshots shots = ClearedSnapshots.of(ClearingCase.of(day), clear(day, 1), 0, 2);
    ScreeningOptions options = ScreeningOptions.DEFAULT.with(ScreeningOptions.Method.AC);
    ScreeningModel first =
        new ScreeningModel(
            NetworkStructure.of(shots.network()), shots.points().get(0), List.of(), options, null);
    assertEquals(2, first.monitoredCount(), "a limit of 0 MW is taken for none");
  }

  @Test
  void aFlowgateOverItsLimitIsNamedOrCut() {
    String gate =
        """
        , "flowgates": [{"id": "corridor", "terms": [{"branch": "l1", "weight": 1}],
                         "limitMw": 75, "reverseLimitMw": 75}]\
        """;
    MarketDay day = pair("", gate, 1);
    ClearingResult once = clear(day, 1);
    assertFalse(once.security().secure());
    Violation found = once.security().remaining().get(0);
    assertEquals(Kind.FLOWGATE, found.kind());
    assertEquals("corridor", found.element());
    double own = BASE_MVA * sentPu(0.005, 0.1, angleOf(once.schedule().outputMw()[0][0]));
    assertEquals(own / 75, found.share(), 0.02);
    assertTrue(found.share() > 1.1);

    ClearingResult result = clear(day, 6);
    assertTrue(result.security().secure(), result.security().toString());
    double after = BASE_MVA * sentPu(0.005, 0.1, angleOf(result.schedule().outputMw()[0][0]));
    assertTrue(after <= 75 * 1.001 && after >= 75 * 0.97, "the corridor carries " + after);
  }

  private static MarketDay withCuts(MarketDay day, List<SecurityCut> cuts) {
    return day.withRules(day.rules().withContingencies(day.rules().contingencies().withCuts(cuts)));
  }

  private static SecurityCut changed(SecurityCut c, double limitMw, boolean inEffect) {
    return new SecurityCut(
        c.round(),
        c.flowgate(),
        c.element(),
        c.outage(),
        c.period(),
        c.forward(),
        c.offsetMw(),
        limitMw,
        c.penaltyYuanPerMwh(),
        inEffect);
  }

  @Test
  void cutsAreHandedOnEditedAndSwitchedOff() {
    MarketDay day = pair(", \"branchLimits\": [{\"branch\": \"l1\", \"mw\": [400, 60]}]", "", 2);
    ClearingResult found = clear(day, 6);
    List<SecurityCut> cuts = found.security().cuts();
    assertEquals(1, cuts.size());
    assertEquals("l1", cuts.get(0).element());
    assertEquals(1, cuts.get(0).period());
    assertEquals(1, cuts.get(0).round());
    ClearingResult again = clear(withCuts(day, cuts), 1);
    assertTrue(again.security().secure(), "what was handed on need not be found again");
    assertEquals(found.objectiveYuan(), again.objectiveYuan(), 1e-4 * found.objectiveYuan());
    SecurityCut given = again.security().cuts().get(0);
    assertEquals(0, given.round(), "it was given");
    assertEquals(cuts.get(0).offsetMw(), given.offsetMw());
    assertEquals(cuts.get(0).limitMw(), given.limitMw());

    SecurityCut off = changed(cuts.get(0), cuts.get(0).limitMw(), false);
    assertFalse(clear(withCuts(day, List.of(off)), 1).security().secure());
    SecurityCut tighter = changed(cuts.get(0), cuts.get(0).limitMw() - 15, true);
    ClearingResult edited = clear(withCuts(day, List.of(tighter)), 0);
    double less = again.schedule().outputMw()[0][1] - edited.schedule().outputMw()[0][1];
    assertEquals(20, less, 0.5, "15 MW less on three quarters of the flow");
  }

  /** One round at a time, each with the cuts that the last check asked for, is the same way. */
  @Test
  void stepByStepGoesTheWayOfTheIteration() {
    MarketDay day = pair(", \"branchLimits\": [{\"branch\": \"l1\", \"mw\": [400, 60]}]", "", 2);
    ClearingResult iterated = clear(day, 6);
    ClearingResult step = clear(day, 1);
    assertEquals(List.of(), step.security().cuts(), "cleared without any");
    assertFalse(step.security().next().isEmpty());
    int steps = 1;
    while (!step.security().secure() && steps < 6) {
      step = clear(withCuts(day, step.security().next()), 1);
      steps++;
    }
    assertTrue(steps > 1 && step.security().secure(), "steps: " + steps);
    assertEquals(iterated.objectiveYuan(), step.objectiveYuan(), 1e-6 * step.objectiveYuan());
    assertEquals(step.security().cuts(), step.security().next(), "nothing more is asked for");
    assertTrue(iterated.security().costYuan() > 0);
  }

  @Test
  void aCutOfAFlowgateAfterAnOutageHoldsWithoutACheck() {
    List<SecurityCut> cuts = clear(triple(), 8).security().cuts();
    assertTrue(cuts.stream().allMatch(SecurityCut::flowgate));
    double outputMw = clear(withCuts(triple(), cuts), 0).schedule().outputMw()[0][0];
    assertTrue(outputMw <= 101 && outputMw >= 97, "output " + outputMw);
  }

  /** Three lines of one kind; after the outage of one the gate over two of them carries more. */
  @Test
  void aFlowgateOfSeveralBranchesIsHeldAfterOutages() {
    MarketDay day = triple();
    ClearingResult once = clear(day, 1);
    assertTrue(
        once.security().remaining().stream()
            .anyMatch(v -> v.kind() == Kind.FLOWGATE && v.outage().equals("l3")),
        once.security().toString());
    ClearingResult result = clear(day, 8);
    assertTrue(result.security().secure(), result.security().toString());
    double outputMw = result.schedule().outputMw()[0][0];
    assertTrue(outputMw <= 101, "all of it goes over the gate after l3: " + outputMw);
    assertTrue(outputMw >= 97, "cut too far: " + outputMw);
  }

  private static MarketDay triple() {
    String line = "{\"id\": \"%s\", \"from\": \"a\", \"to\": \"b\", \"rPu\": 0.001, \"xPu\": 0.1}";
    MarketDay day =
        Days.read(
            """
            {"name": "triple", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
               "branches": [%s, %s, %s],
               "flowgates": [{"id": "gate", "limitMw": 100, "reverseLimitMw": 50,
                 "terms": [{"branch": "l1", "weight": 1}, {"branch": "l2", "weight": 1}]}]},
             "thermalUnits": [
               {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 100}},
               {"id": "dear", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 150000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 50}}],
             "busLoads": [{"bus": "b", "mw": 140}]}
            """
                .formatted(line.formatted("l1"), line.formatted("l2"), line.formatted("l3")));
    return day.withRules(
        day.rules()
            .withContingencies(new ContingencySet(false, List.of(Contingency.ofBranch("l3")))));
  }

  @Test
  void decidedHvdcPowerReachesCheckScreeningAndAuditor() {
    for (double sent : new double[] {60, -40}) {
      MarketDay day = link(sent);
      ClearingResult result = clear(day, 2);
      assertEquals(sent, result.schedule().hvdcMw()[0][0], 1e-6);
      ClearedSnapshots shots = ClearedSnapshots.of(ClearingCase.of(day), result, 0, 1);
      OperatingPoint point = shots.points().get(0);
      NetworkIndex index = new NetworkIndex(shots.network());
      double leavesMw = sent >= 0 ? sent : sent * 0.97;
      double offNorth = result.schedule().outputMw()[0][0] - leavesMw;

      PowerFlowModel model = new PowerFlowModel(NetworkStructure.of(shots.network()), point);
      double[] fromMw = PowerFlowResult.ac(model, PowerFlowOptions.DEFAULT).fromMw();
      assertEquals(offNorth, fromMw[0] + fromMw[1], 1.0, "AC power flow, losses apart");

      ScreeningOptions dc = ScreeningOptions.DEFAULT;
      OutageAudit audit = new OutageAudit(shots.network(), point, dc, new double[0]);
      double[] flow =
          audit.after(Outage.of(Contingency.ofBranch("nm2"), index), new double[0]).flow();
      assertEquals(Math.abs(offNorth), flow[0], 1.0, "auditor, the other line out");

      double listed =
          new ScreeningModel(NetworkStructure.of(shots.network()), point, List.of(), all(dc), null)
              .base().loadings().stream()
                  .filter(loading -> loading.device() < 2)
                  .mapToDouble(Loading::after)
                  .sum();
      assertEquals(Math.abs(offNorth), listed, 1.0, "screening");
    }
  }

  /** The loss of a unit, of its bus, and of a list: no dispatch answers them, each is named. */
  @Test
  void outagesOfUnitsAndBusesAndListsAreNamed() {
    MarketDay day = delta();
    ClearingResult result = clear(day, 6);
    assertFalse(result.security().secure());
    SolvedAnew anew = SolvedAnew.of(day, result, 0);
    for (Contingency outage : day.rules().contingencies().listed()) {
      double own = anew.after(outage).flow()[0];
      Violation found =
          result.security().remaining().stream()
              .filter(v -> v.outage().equals(outage.id()) && v.element().equals("ab"))
              .findFirst()
              .orElseThrow();
      assertEquals(own, found.value(), 0.5, outage.id());
      assertTrue(own > 90, "the outage of " + outage.id() + " shows nothing");
    }
  }

  private static MarketDay delta() {
    MarketDay day =
        Days.read(
            """
            {"name": "delta", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [
                 {"id": "ab", "from": "a", "to": "b", "xPu": 0.1,
                  "ratings": {"normalMva": 200, "emergencyMva": 90}},
                 {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
                 {"id": "ac", "from": "a", "to": "c", "xPu": 0.1}]},
             "thermalUnits": [
               {"id": "g1", "bus": "a", "offers": [{"mw": [75, 200], "yuanPerH": [15000, 40000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 75}},
               {"id": "g2", "bus": "c", "offers": [{"mw": [75, 90], "yuanPerH": [7500, 9000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 75}}],
             "busLoads": [{"bus": "b", "mw": 150}]}
            """);
    Contingency list = new Contingency("both", List.of("bc"), List.of("g2"), List.of());
    return day.withRules(
        day.rules()
            .withContingencies(
                new ContingencySet(
                    false, List.of(Contingency.ofGenerator("g2"), Contingency.ofBus("c"), list))));
  }

  private static ScreeningOptions all(ScreeningOptions o) {
    return new ScreeningOptions(
        o.method(),
        o.start(),
        o.reactiveLimits(),
        o.baseSharing(),
        o.outageSharing(),
        o.rating(),
        o.tolerancePu(),
        0.01,
        o.worsenedShare(),
        o.severityExponent(),
        ScreeningOptions.Rows.ALL);
  }

  private static MarketDay link(double sentMw) {
    return Days.read(
        """
        {"name": "link", "horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "north", "type": "reference"}, {"id": "south"}],
           "branches": [
             {"id": "nm1", "from": "north", "to": "south", "xPu": 0.04,
              "ratings": {"normalMva": 220}},
             {"id": "nm2", "from": "north", "to": "south", "xPu": 0.04,
              "ratings": {"normalMva": 220}}],
           "hvdcLines": [{"id": "link", "from": "north", "to": "south", "pFromMw": 0,
                          "pMinMw": -80, "pMaxMw": 80, "lossShare": 0.03}]},
         "thermalUnits": [
           {"id": "coal", "bus": "north", "offers": [{"mw": [20, 300], "yuanPerH": [3000, 73000]}],
            "initial": {"on": true, "hours": 30, "powerMw": 130}}],
         "busLoads": [{"bus": "south", "mw": 128}],
         "rules": {"hvdcSchedules": [{"line": "link", "fixedMw": %s}]}}
        """
            .formatted(sentMw));
  }
}
