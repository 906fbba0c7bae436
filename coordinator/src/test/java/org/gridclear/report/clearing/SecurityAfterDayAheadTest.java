package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.network.NetworkIndex;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.correction.ClearedSnapshots;
import org.gridclear.security.correction.SecureClearing;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * The iteration with the AC check in intraday (E-07) and in real time (F-06): the day ahead is
 * secure, and what comes later binds an outage or an interface that did not bind before. Every
 * schedule is solved again, outage by outage, by the auditor's own power flow.
 */
class SecurityAfterDayAheadTest {
  private static final int FAST = 1;
  private static final double EMERGENCY_MVA = 120;
  private static final double GATE_MW = 156;

  /**
   * A triangle with the load at c: cheap units at a and c, a dear one at c that runs at its least
   * output, and one at b that starts fast. The interface is all that flows into c.
   */
  private static MarketDay day(String loadMw, double gateMw, double emergencyMva, String outage) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "day",
         "horizon": {"periodCount": 4, "minutesPerPeriod": 60},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"},
                     {"id": "c", "type": "pv"}],
           "branches": [
             {"id": "ac", "from": "a", "to": "c", "rPu": 0.02, "xPu": 0.1,
              "ratings": {"normalMva": 150, "emergencyMva": %s}},
             {"id": "ab", "from": "a", "to": "b", "rPu": 0.02, "xPu": 0.1,
              "ratings": {"normalMva": 300, "emergencyMva": 300}},
             {"id": "bc", "from": "b", "to": "c", "rPu": 0.02, "xPu": 0.1,
              "ratings": {"normalMva": 300, "emergencyMva": 300}}],
           "flowgates": [{"id": "into c", "limitMw": %s, "reverseLimitMw": 999,
             "terms": [{"branch": "ac", "weight": 1}, {"branch": "bc", "weight": 1}]}]},
         "thermalUnits": [
           {"id": "far", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 60}},
           {"id": "fast", "bus": "b", "offers": [{"mw": [10, 150], "yuanPerH": [5000, 75000]}],
            "minUpHours": 1, "minDownHours": 1, "startCategories": [{"offHours": 0, "costYuan": 900}],
            "initial": {"on": false, "hours": 10}},
           {"id": "near", "bus": "c", "offers": [{"mw": [0, 100], "yuanPerH": [0, 8000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 100}},
           {"id": "local", "bus": "c", "offers": [{"mw": [5, 40], "yuanPerH": [4000, 32000]}],
            "minUpHours": 8, "minDownHours": 8, "commitment": ["on", "on", "on", "on"],
            "initial": {"on": true, "hours": 10, "powerMw": 5}}],
         "busLoads": [{"bus": "c", "mw": [%s]}],
         "rules": {"contingencies": {"listed": [%s]}}}
        """
            .formatted(emergencyMva, gateMw, loadMw, outage)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ClearingResult clear(MarketDay day, Market market, int rounds) {
    ClearingCase clearingCase = ClearingCase.of(day).in(market);
    ClearingOutcome outcome =
        SecureClearing.clear(
            clearingCase,
            ClearingOptions.DEFAULT
                .in(market)
                .withGap(1e-6)
                .withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(List.of(), ClearingAuditor.audit(clearingCase, result));
    return result;
  }

  private static MarketDay after(
      MarketDay run, ClearingResult result, Market market, MarketDay day, int from, int count) {
    InitialConditions handed = FinalState.of(ClearingCase.of(run), result);
    InitialConditions read =
        Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(handed), InitialConditions.class);
    return new MarketRun(market, from, count, 0, 0, MarketRun.FAST_START_HOURS).of(day, read);
  }

  private static OutageAudit solvedAgain(MarketDay day, ClearingResult result, int t) {
    ClearedSnapshots shot = ClearedSnapshots.of(ClearingCase.of(day), result, t, t + 1);
    ScreeningOptions options =
        new ScreeningOptions(
            ScreeningOptions.Method.AC,
            PowerFlowOptions.Start.FLAT,
            false,
            Sharing.HEADROOM,
            Sharing.HEADROOM,
            ScreeningOptions.Rating.EMERGENCY,
            1e-8,
            1,
            0.01,
            4,
            ScreeningOptions.Rows.ALL);
    return new OutageAudit(shot.network(), shot.points().get(0), options, new double[0]);
  }

  /** What the outage of the list leaves. */
  private static OutageAudit.Finding outage(MarketDay day, ClearingResult result, int t) {
    Contingency only = day.rules().contingencies().listed().get(0);
    NetworkIndex index =
        new NetworkIndex(ClearedSnapshots.of(ClearingCase.of(day), result, t, t + 1).network());
    return solvedAgain(day, result, t).after(Outage.of(only, index), new double[0]);
  }

  /** What flows into c in MW at the sending ends, before or after the outage, whichever is more. */
  private static double gateMw(MarketDay day, ClearingResult result, int t) {
    double[] before = solvedAgain(day, result, t).before(new double[0]).activeMw();
    double[] after = outage(day, result, t).activeMw();
    return Math.max(before[0] + before[2], after[0] + after[2]);
  }

  private static void isSecureInTheDayAhead(MarketDay day, ClearingResult result) {
    SecurityReport report = result.security();
    assertTrue(report.secure(), report.toString());
    assertEquals(List.of(), report.cuts(), "nothing binds in the day ahead");
    for (int t = 0; t < day.periodCount(); t++) {
      assertFalse(result.schedule().committed()[FAST][t]);
      assertTrue(outage(day, result, t).flow()[0] < EMERGENCY_MVA);
      assertTrue(gateMw(day, result, t) < GATE_MW);
    }
  }

  private static MarketDay withTrip(String loadMw) {
    return day(loadMw, 999, EMERGENCY_MVA, "{\"id\": \"near trips\", \"generators\": [\"near\"]}");
  }

  @Test
  void intradayStartsAUnitForAnOutageThatBindsOnlyThen() {
    MarketDay ahead = withTrip("150, 150, 150, 150");
    ClearingResult dayAhead = clear(ahead, Market.DA, 6);
    isSecureInTheDayAhead(ahead, dayAhead);

    MarketDay rest = after(ahead, dayAhead, Market.ID, withTrip("150, 150, 225, 160"), 2, 0);
    ClearingResult unchecked = clear(rest, Market.ID, 0);
    assertFalse(unchecked.schedule().committed()[FAST][0]);
    assertTrue(outage(rest, unchecked, 0).flow()[0] > EMERGENCY_MVA, "the outage binds");
    SecurityReport first = clear(rest, Market.ID, 1).security();
    assertFalse(first.secure());
    assertTrue(
        first.remaining().stream()
            .anyMatch(v -> v.element().equals("ac") && v.outage().equals("near trips")),
        first.toString());

    ClearingResult secured = clear(rest, Market.ID, 10);
    assertTrue(secured.security().secure(), secured.security().toString());
    assertTrue(secured.schedule().committed()[FAST][0], "SCUC starts the fast unit");
    assertFalse(secured.schedule().committed()[FAST][1], "and only where it is needed");
    double mva = outage(rest, secured, 0).flow()[0];
    assertTrue(mva <= EMERGENCY_MVA * 1.001, "carries " + mva);
    assertTrue(outage(rest, secured, 1).flow()[0] <= EMERGENCY_MVA);
    assertTrue(secured.objectiveYuan() > unchecked.objectiveYuan());
    assertEquals(List.of(), secured.relaxations());
  }

  private static MarketDay withGate(String loadMw) {
    return day(loadMw, GATE_MW, 300, "{\"id\": \"ab opens\", \"branches\": [\"ab\"]}");
  }

  @Test
  void realTimeDispatchesForAnInterfaceThatBindsOnlyThen() {
    MarketDay ahead = withGate("150, 150, 150, 150");
    ClearingResult dayAhead = clear(ahead, Market.DA, 6);
    isSecureInTheDayAhead(ahead, dayAhead);
    MarketDay rest = after(ahead, dayAhead, Market.ID, withGate("150, 150, 225, 160"), 2, 0);
    ClearingResult planned = clear(rest, Market.ID, 10);
    assertTrue(planned.security().secure(), planned.security().toString());
    assertEquals(List.of(), planned.security().cuts(), "nothing binds intraday");

    MarketDay now = after(rest, planned, Market.RT, withGate("150, 150, 259, 160"), 2, 1);
    ClearingResult unchecked = clear(now, Market.RT, 0);
    double before = gateMw(now, unchecked, 0);
    assertTrue(before > GATE_MW * 1.001, "the interface carries more in AC than in DC: " + before);
    SecurityReport first = clear(now, Market.RT, 1).security();
    assertFalse(first.secure());
    assertTrue(
        first.remaining().stream().anyMatch(v -> v.element().equals("into c")), first.toString());

    ClearingResult secured = clear(now, Market.RT, 10);
    assertTrue(secured.security().secure(), secured.security().toString());
    for (int g = 0; g < now.thermalUnits().size(); g++) {
      assertEquals(
          planned.schedule().committed()[g][0],
          secured.schedule().committed()[g][0],
          "SCED decides no status");
    }
    double carried = gateMw(now, secured, 0);
    assertTrue(carried <= GATE_MW * 1.001 && carried >= GATE_MW * 0.97, "carries " + carried);
    assertTrue(secured.objectiveYuan() > unchecked.objectiveYuan());
    assertEquals(List.of(), secured.relaxations());
  }
}
