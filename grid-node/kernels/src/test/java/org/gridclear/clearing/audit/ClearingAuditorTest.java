package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/** The auditor counts as the model does: right results pass. */
class ClearingAuditorTest {
  private static ClearingResult clear(MarketDay day) {
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(day),
            ClearingOptions.LOSSLESS.withGap(0),
            HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure())));
    return ((ClearingOutcome.Cleared) outcome).result();
  }

  private static List<String> findings(MarketDay day, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList();
  }

  @Test
  void aProductWithMinutesTakesNothingOfTheRampOfAPeriod() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "busLoads": [{"bus": "b", "mw": [60, 90]}],
             "thermalUnits": [{"id": "g", "bus": "b",
               "offers": [{"mw": [20, 120], "yuanPerH": [2000, 22000]}],
               "rampUpMwPerH": 30, "rampDownMwPerH": 30, "reserves": ["s"],
               "initial": {"on": true, "hours": 9, "powerMw": 60}}],
             "reserves": [{"id": "s", "mw": 5}],
             "rules": {"products":
               [{"id": "s", "kind": "spinning", "direction": "up", "minutes": 10}]}}
            """);
    ClearingResult result = clear(day);
    assertEquals(26_000, result.objectiveYuan(), 1e-6);
    assertEquals(List.of(), findings(day, result));
  }

  @Test
  void aBranchThatIsOutIsNoOutage() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}],
               "branches": [
                 {"id": "l0", "from": "a", "to": "b", "xPu": 0.1},
                 {"id": "l1", "from": "b", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 100}},
                 {"id": "l2", "from": "c", "to": "d", "xPu": 0.1},
                 {"id": "l3", "from": "d", "to": "a", "xPu": 0.1,
                  "ratings": {"normalMva": 50, "emergencyMva": 60}},
                 {"id": "lx", "from": "a", "to": "c", "xPu": 0.1}]},
             "thermalUnits": [{"id": "g", "bus": "d",
               "offers": [{"mw": [0, 200], "yuanPerH": [0, 2000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 60}}],
             "busLoads": [{"bus": "c", "mw": 90}],
             "branchOutages": [{"branch": "l0"}, {"branch": "l2"}],
             "rules": {"contingencies": {"everyBranch": true}}}
            """);
    assertEquals(List.of(), findings(day, clear(day)));
  }

  @Test
  void aRestartBeforeTheFirstCategoryIsTheHottest() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 4},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "busLoads": [{"bus": "b", "mw": [60, 0, 60, 60]}],
             "thermalUnits": [{"id": "g", "bus": "b",
               "offers": [{"mw": [20, 80], "yuanPerH": [200, 800]}],
               "minDownHours": 1, "minUpHours": 1,
               "initial": {"on": true, "hours": 9, "powerMw": 60},
               "startCategories": [{"offHours": 2, "costYuan": 100},
                 {"offHours": 5, "costYuan": 9000}]}]}
            """);
    ClearingResult result = clear(day);
    assertEquals(1_900, result.objectiveYuan(), 1e-6);
    assertEquals(List.of(), findings(day, result));
  }

  /** An id with a comma begins like what is reported of another bus. */
  @Test
  void whatIsNotServedAtABusIsNoOthers() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "n", "type": "reference"}, {"id": "n,x"}],
               "shunts": [{"bus": "n,x", "gMw": 5}]},
             "busLoads": [{"bus": "n", "mw": 130}],
             "thermalUnits": [{"id": "g", "bus": "n",
               "offers": [{"mw": [0, 100], "yuanPerH": [0, 20000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 60}}]}
            """);
    ClearingResult result = clear(day);
    assertEquals(
        List.of("load and other fixed draws not served at bus n,x", "load not served at bus n"),
        result.relaxations().stream().map(Relaxation::element).sorted().toList());
    assertEquals(List.of(), findings(day, result));
  }

  @Test
  void anOverloadExcusesNoBranchOfAnotherId() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [
                 {"id": "l", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 10}},
                 {"id": "l,2", "from": "a", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 10}}]},
             "busLoads": [{"bus": "b", "mw": 20}, {"bus": "c", "mw": 20}],
             "thermalUnits": [{"id": "g", "bus": "a",
               "offers": [{"mw": [0, 100], "yuanPerH": [0, 20000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 40}}]}
            """);
    ClearingResult result = clear(day);
    List<Relaxation> other =
        result.relaxations().stream().filter(each -> each.element().equals("branch l,2")).toList();
    assertEquals(1, other.size(), "" + result.relaxations());
    List<String> lines = findings(day, with(result, other));
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("flow limit, branch l,")), "" + lines);
  }

  @Test
  void aRelaxedLimitExcusesNoUnitOfAnotherId() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "busLoads": [{"bus": "b", "mw": 80}],
             "thermalUnits": [
               {"id": "g", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [0, 2000]}],
                "pMinMw": 30, "commitment": "on"},
               {"id": "g 2", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [0, 1000]}],
                "pMinMw": 30, "commitment": "on"}]}
            """);
    ClearingResult result = clear(day);
    assertEquals(List.of(), findings(day, result));
    result.schedule().outputMw()[0][0] = 25;
    Relaxation other = new Relaxation("B-02", "unit g 2", 0, 0, 10, "MW", 0);
    List<String> lines = findings(day, with(result, List.of(other)));
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("lower limit, unit g,")), "" + lines);
  }

  @Test
  void whatIsReportedForOneDayExcusesNoOther() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 2, "startMinute": 1380},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "busLoads": [{"bus": "b", "mw": [60, 90]}],
             "thermalUnits": [{"id": "g", "bus": "b",
               "offers": [{"mw": [0, 100], "yuanPerH": [0, 20000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 60}}],
             "rules": {"ranges": [
               {"id": "e", "kind": "energy", "max": 50, "scope": {"units": ["g"]}}]}}
            """);
    ClearingResult result = clear(day);
    assertEquals(List.of(), findings(day, result));
    assertEquals(
        List.of("0 10.000", "1 40.000"),
        result.relaxations().stream()
            .map(each -> String.format(Locale.ROOT, "%d %.3f", each.day(), each.amount()))
            .sorted()
            .toList());
    List<Relaxation> swapped =
        result.relaxations().stream().map(each -> onDay(each, 1 - each.day())).toList();
    List<String> lines = findings(day, with(result, swapped));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("range, constraint e")), "" + lines);
  }

  private static Relaxation onDay(Relaxation r, int d) {
    return new Relaxation(
        r.constraint(), r.element(), r.period(), d, r.amount(), r.unit(), r.penaltyYuan());
  }

  private static ClearingResult with(ClearingResult result, List<Relaxation> relaxations) {
    return new ClearingResult(
        result.status(),
        result.objectiveYuan(),
        result.bestBoundYuan(),
        result.lpYuan(),
        result.costs(),
        result.schedule(),
        result.prices(),
        result.lossMw(),
        result.flows(),
        result.shadowPrices(),
        relaxations,
        result.start(),
        result.security(),
        result.statistics());
  }
}
