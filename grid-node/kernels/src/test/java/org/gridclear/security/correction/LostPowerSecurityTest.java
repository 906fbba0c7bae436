package org.gridclear.security.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.network.Contingency;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outages of units and buses are answered by cuts (B-20), with prices that add up. */
class LostPowerSecurityTest {
  private static ClearingResult clear(MarketDay day, int rounds) {
    ClearingCase clearingCase = ClearingCase.of(day);
    ClearingOutcome outcome =
        SecureClearing.clear(
            clearingCase,
            ClearingOptions.LOSSLESS.withGap(1e-6).withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(List.of(), ClearingAuditor.audit(clearingCase, result));
    return result;
  }

  /**
   * A ring a, b, c with the load at c and a cheap unit in both a and c: where the one at c is lost,
   * those at a and b make it up over the lines into c.
   */
  private static MarketDay ring(String outage, int emergencyMva) {
    return Days.read(
        """
        {"name": "ring", "horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"},
                     {"id": "c", "type": "pv"}, {"id": "d", "type": "pv"}],
           "branches": [
             {"id": "ac", "from": "a", "to": "c", "rPu": 0.001, "xPu": 0.1,
              "ratings": {"normalMva": 150, "emergencyMva": %d}},
             {"id": "bc", "from": "b", "to": "c", "rPu": 0.001, "xPu": 0.1,
              "ratings": {"normalMva": 300, "emergencyMva": 300}},
             {"id": "ab", "from": "a", "to": "b", "rPu": 0.001, "xPu": 0.1,
              "ratings": {"normalMva": 300, "emergencyMva": 300}},
             {"id": "cd", "from": "c", "to": "d", "rPu": 0.001, "xPu": 0.1,
              "ratings": {"normalMva": 300, "emergencyMva": 300}},
             {"id": "ad", "from": "a", "to": "d", "rPu": 0.001, "xPu": 0.4,
              "ratings": {"normalMva": 300, "emergencyMva": 300}}]},
         "thermalUnits": [
           {"id": "far", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 100}},
           {"id": "side", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 60000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 50}},
           {"id": "near", "bus": "d", "offers": [{"mw": [0, 200], "yuanPerH": [0, 16000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 50}},
           {"id": "small", "bus": "b", "offers": [{"mw": [0, 20], "yuanPerH": [0, 1700]}],
            "initial": {"on": true, "hours": 10, "powerMw": 20}}],
         "busLoads": [{"bus": "c", "mw": 300}],
         "rules": {"contingencies": {"listed": [%s]}}}
        """
            .formatted(emergencyMva, outage));
  }

  private static List<String> found(MarketDay day, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList();
  }

  private static void finds(String name, MarketDay day, ClearingResult result) {
    List<String> lines = found(day, result);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(name)), name + ": " + lines);
  }

  /** The same result with what the check says of it changed. */
  private static ClearingResult with(
      ClearingResult result, boolean secure, java.util.function.UnaryOperator<SecurityCut> change) {
    SecurityReport of = result.security();
    List<SecurityCut> cuts = of.cuts().stream().map(change).toList();
    return result.withSecurity(
        new SecurityReport(of.rounds(), secure, of.remaining(), of.unsolved(), cuts, of.next()));
  }

  /** Every value of the rows (44a) that is changed is found by the auditor. */
  @ParameterizedTest
  @ValueSource(strings = {UNIT, BUS})
  void theAuditorFindsEveryChangeOfACutAfterLostPower(String outage) {
    MarketDay day = ring(outage, outage.equals(UNIT) ? 120 : 150);
    ClearingResult result = clear(day, 8);
    assertEquals(List.of(), found(day, result));
    assertFalse(result.security().cuts().isEmpty());
    finds("security cut", day, with(result, true, cut -> changed(cut, 0, -1)));
    finds("security cut", day, with(result, true, cut -> changed(cut, cut.forward() ? 1 : -1, 0)));
    // A schedule that breaks the cut: the dear unit gives 5 MW less, the one far away 5 more.
    double[][] mw = result.schedule().outputMw();
    int dear = mw[1][0] > 5 ? 1 : 2;
    mw[0][0] += 5;
    mw[dear][0] -= 5;
    finds("security cut", day, result);
    mw[0][0] -= 5;
    mw[dear][0] += 5;
    assertEquals(List.of(), found(day, result));
    // A price that its row does not make, and a component that does not add up.
    result.prices().congestionYuanPerMwh()[2][0] += 1;
    result.prices().energyYuanPerMwh()[2][0] -= 1;
    finds("congestion price", day, result);
    result.prices().congestionYuanPerMwh()[2][0] -= 1;
    result.prices().energyYuanPerMwh()[2][0] += 1;
    // A verdict that what is left does not bear out.
    ClearingResult once = clear(day, 1);
    finds("secure", day, with(once, true, cut -> cut));
  }

  private static SecurityCut changed(SecurityCut cut, double offsetMw, double limitMw) {
    return new SecurityCut(
        cut.round(),
        cut.flowgate(),
        cut.element(),
        cut.outage(),
        cut.period(),
        cut.forward(),
        cut.offsetMw() + offsetMw,
        cut.limitMw() + limitMw,
        cut.penaltyYuanPerMwh(),
        cut.inEffect());
  }

  private static final String UNIT = "{\"id\": \"near trips\", \"generators\": [\"near\"]}";
  private static final String BUS = "{\"id\": \"d is lost\", \"buses\": [\"d\"]}";

  private static void isAnsweredByCuts(String outage, String name, int emergencyMva) {
    MarketDay day = ring(outage, emergencyMva);
    ClearingResult once = clear(day, 1);
    assertFalse(once.security().secure());
    assertTrue(once.security().remaining().stream().map(Violation::outage).allMatch(name::equals));
    ClearingResult result = clear(day, 8);
    assertTrue(result.security().secure(), result.security().toString());
    assertTrue(result.objectiveYuan() > once.objectiveYuan(), "security costs something");
    FlowResult row =
        result.flows().stream()
            .filter(flow -> flow.outage().equals(name))
            .findFirst()
            .orElseThrow();
    assertTrue(row.binding(), row.toString());
    assertEquals(row.limitMw(), Math.abs(row.flowMw()), 0.01);
    MarketDay handed =
        day.withRules(
            day.rules()
                .withContingencies(day.rules().contingencies().withCuts(result.security().cuts())));
    assertEquals(result.objectiveYuan(), clear(handed, 0).objectiveYuan(), 0.01, "handed on");
    double loading = worstShare(day, result);
    assertTrue(loading <= 1.001, "independent AC: " + loading);
    assertTrue(loading >= 0.98, "no more than needed: " + loading);
  }

  /** The greatest loading after the listed outages, each solved anew by a program of its own. */
  private static double worstShare(MarketDay day, ClearingResult result) {
    SolvedAnew anew = SolvedAnew.of(day, result, 0);
    double worst = 0;
    for (Contingency outage : day.rules().contingencies().listed()) {
      double[] flow = anew.after(outage).flow();
      for (int l = 0; l < flow.length; l++) {
        double rating = day.network().branches().get(l).ratings().emergencyMva();
        worst = Math.max(worst, Math.abs(flow[l]) / rating);
      }
    }
    return worst;
  }

  @Test
  void theOutageOfAUnitIsAnswered() {
    isAnsweredByCuts(UNIT, "near trips", 120);
  }

  @Test
  void theOutageOfSeveralUnitsIsAnswered() {
    String both = "{\"id\": \"two trip\", \"generators\": [\"near\", \"small\"]}";
    isAnsweredByCuts(both, "two trip", 120);
  }

  @Test
  void theOutageOfABusIsAnswered() {
    isAnsweredByCuts(BUS, "d is lost", 150);
  }
}
