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
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.clearing.result.SecurityReport.Kind;
import org.gridclear.clearing.result.SecurityReport.Unsolved;
import org.gridclear.clearing.result.SecurityReport.Violation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Contingency;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * What the AC check says of every outage of a period, beside closed forms of a line between two
 * held voltages and the auditor's own power flow.
 */
class NamedOutagesTest {
  private static SecurityReport check(MarketDay day) {
    return clear(day, 1).security();
  }

  private static ClearingResult clear(MarketDay day, int rounds) {
    ClearingOutcome outcome =
        SecureClearing.clear(
            ClearingCase.of(day),
            ClearingOptions.LOSSLESS.withGap(1e-6).withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    return assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
  }

  private static Violation of(SecurityReport report, String element, String outage) {
    return report.remaining().stream()
        .filter(v -> v.element().equals(element) && v.outage().equals(outage))
        .findFirst()
        .orElseThrow(() -> new AssertionError(element + " after " + outage + ": " + report));
  }

  /** Apparent power of a line x = 0.1 p.u. without losses that carries so much, in MVA. */
  private static double apparentMva(double mw) {
    double angle = Math.asin(mw / 100 * 0.1);
    return Math.hypot(mw, 100 * (1 - Math.cos(angle)) / 0.1);
  }

  /** Wind blows in the first hour and hardly in the second; a unit beside it is lost. */
  private static MarketDay wind(String windMw) {
    return Days.read(
        """
        {"name": "wind", "horizon": {"periodCount": 2},
         "network": {"baseMva": 100,
           "buses": [{"id": "n", "type": "reference"}, {"id": "s", "type": "pv"}],
           "branches": [{"id": "ns", "from": "n", "to": "s", "xPu": 0.1,
             "ratings": {"normalMva": 200, "emergencyMva": 80}}]},
         "thermalUnits": [
           {"id": "big", "bus": "n", "offers": [{"mw": [0, 200], "yuanPerH": [0, 40000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 60}},
           {"id": "lost", "bus": "s", "offers": [{"mw": [0, 40], "yuanPerH": [0, 400]}],
            "initial": {"on": true, "hours": 10, "powerMw": 40}}],
         "profiledUnits": [{"id": "wind", "bus": "s", "maxMw": %s}],
         "busLoads": [{"bus": "s", "mw": [140, 100]}],
         "rules": {"contingencies": {"listed": [{"id": "trip", "generators": ["lost"]}]}}}
        """
            .formatted(windMw));
  }

  @Test
  void windThatDoesNotBlowMakesUpForNothing() {
    MarketDay day = wind("[90, 10]");
    ClearingResult result = clear(day, 1);
    assertEquals(10, result.schedule().profiledMw()[0][1], 1e-6);
    assertEquals(40, result.schedule().outputMw()[1][1], 1e-6);
    Violation found = of(result.security(), "ns", "trip");
    assertEquals(1, found.period());
    assertEquals(apparentMva(90), found.value(), 0.01, "all 40 MW come over the line");
    SolvedAnew anew = SolvedAnew.of(day, result, 1);
    Contingency trip = day.rules().contingencies().listed().get(0);
    assertEquals(apparentMva(90), anew.after(trip).flow()[0], 0.01, "auditor");
  }

  @Test
  void aUnitThatTheDayLimitsLacksWhatItsNetworkCouldGive() {
    MarketDay day = wind("[90, 10]");
    MarketDay limited =
        Days.read(
            """
            {"name": "limited", "horizon": {"periodCount": 2},
             "network": {"baseMva": 100,
               "buses": [{"id": "n", "type": "reference"}, {"id": "s", "type": "pv"}],
               "branches": [{"id": "ns", "from": "n", "to": "s", "xPu": 0.1}]},
             "thermalUnits": [
               {"id": "big", "bus": "n", "pMaxMw": [200, 70],
                "offers": [{"mw": [0, 200], "yuanPerH": [0, 40000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 60}},
               {"id": "lost", "bus": "s", "offers": [{"mw": [0, 40], "yuanPerH": [0, 400]}],
                "initial": {"on": true, "hours": 10, "powerMw": 40}}],
             "busLoads": [{"bus": "s", "mw": 100}],
             "rules": {"contingencies": {"listed": [{"id": "trip", "generators": ["lost"]}]}}}
            """);
    assertEquals(List.of(), check(day).unsolved());
    SecurityReport report = check(limited);
    assertFalse(report.secure());
    Unsolved lacking = report.unsolved().get(0);
    assertEquals(1, report.unsolved().size(), report.toString());
    assertEquals(1, lacking.period());
    assertEquals("trip", lacking.outage());
    assertEquals(30, lacking.missingMw(), 1e-3, "100 MW asked, 70 MW at most");
  }

  private static MarketDay delta(int normalMva, int emergencyMva, String listed) {
    return Days.read(
        """
        {"name": "delta", "horizon": {"periodCount": 1},
         "network": {"baseMva": 100,
           "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"},
                     {"id": "c", "type": "pv"}, {"id": "d"}],
           "branches": [
             {"id": "ab", "from": "a", "to": "b", "xPu": 0.1,
              "ratings": {"normalMva": %d, "emergencyMva": %d}},
             {"id": "bd", "from": "b", "to": "d", "xPu": 0.1},
             {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
             {"id": "cb", "from": "c", "to": "b", "xPu": 0.1},
             {"id": "ac", "from": "a", "to": "c", "xPu": 0.1}]},
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [0, 300], "yuanPerH": [0, 30000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 150}},
           {"id": "h", "bus": "b", "offers": [{"mw": [0, 300], "yuanPerH": [0, 90000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 10}},
           {"id": "i", "bus": "c", "offers": [{"mw": [0, 300], "yuanPerH": [0, 90000]}],
            "initial": {"on": true, "hours": 10, "powerMw": 10}}],
         "busLoads": [{"bus": "b", "mw": 120}, {"bus": "d", "mw": 30}],
         "rules": {"contingencies": {"listed": [%s]}}}
        """
            .formatted(normalMva, emergencyMva, listed));
  }

  @Test
  void outagesThatLeaveTheSameGridAreEachNamed() {
    String twice =
        "{\"id\": \"one\", \"branches\": [\"bc\", \"ac\"]},"
            + "{\"id\": \"other\", \"branches\": [\"ac\", \"bc\"]}";
    MarketDay day = delta(500, 140, twice);
    ClearingResult result = clear(day, 1);
    for (Contingency outage : day.rules().contingencies().listed()) {
      double anew = SolvedAnew.of(day, result, 0).after(outage).flow()[0];
      assertTrue(anew > 140 * 1.001, "AC carries more than DC says: " + anew);
      assertEquals(anew, of(result.security(), "ab", outage.id()).value(), 0.1, outage.id());
    }
  }

  /** Before the outage the branch is within its rating, and over that which holds after it. */
  @Test
  void aBranchThatAnOutageRelievesIsHeldToTheRatingAfterIt() {
    MarketDay day = delta(200, 60, "{\"id\": \"relief\", \"buses\": [\"d\"]}");
    ClearingResult result = clear(day, 1);
    Violation found = of(result.security(), "ab", "relief");
    double anew =
        SolvedAnew.of(day, result, 0).after(day.rules().contingencies().listed().get(0)).flow()[0];
    assertEquals(anew, found.value(), 0.1);
    assertEquals(60, found.limit());
    assertTrue(found.value() < anewBefore(day, result), "the outage relieves the branch");
  }

  private static double anewBefore(MarketDay day, ClearingResult result) {
    return SolvedAnew.of(day, result, 0).audit().before(new double[0]).flow()[0];
  }

  /** A gate of nothing backwards carries nothing, which is no violation by a rounding. */
  @Test
  void aGateThatMayNotRunBackwardsIsNoViolationByARounding() {
    MarketDay day =
        Days.read(
            """
            {"name": "oneWay", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b", "type": "pv"}],
               "branches": [
                 {"id": "l1", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1},
                 {"id": "l2", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.3}],
               "flowgates": [{"id": "gate", "limitMw": 0, "reverseLimitMw": 0,
                 "terms": [{"branch": "l1", "weight": 1}, {"branch": "l2", "weight": 1}]}]},
             "thermalUnits": [
               {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 90], "yuanPerH": [0, 900]}],
                "initial": {"on": true, "hours": 10, "powerMw": 60}},
               {"id": "dear", "bus": "b", "offers": [{"mw": [0, 90], "yuanPerH": [0, 9000]}],
                "initial": {"on": true, "hours": 10, "powerMw": 40}}],
             "busLoads": [{"bus": "a", "mw": 50}, {"bus": "b", "mw": 50}]}
            """);
    ClearingResult result = clear(day, 4);
    assertEquals(50, result.schedule().outputMw()[1][0], 0.02);
    assertEquals(0, result.security().remaining(Kind.FLOWGATE), result.security().toString());
    assertTrue(result.security().secure());
  }
}
