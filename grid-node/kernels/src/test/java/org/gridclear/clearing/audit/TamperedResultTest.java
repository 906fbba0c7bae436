package org.gridclear.clearing.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.CostParts;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One number of a right result is changed, and the auditor must object: every cell of every table
 * of small days that have each kind of thing in them.
 */
class TamperedResultTest {
  /** A full line, an HVDC line, a battery, wind, a load with a price, and a reserve. */
  private static final String RICH =
      """
      {"horizon": {"periodCount": 2},
       "network": {
         "buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
         "branches": [
           {"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
           {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
           {"id": "ac", "from": "a", "to": "c", "xPu": 0.1, "ratings": {"normalMva": 40}}],
         "flowgates": [{"id": "gate", "limitMw": 300, "reverseLimitMw": 300,
           "terms": [{"branch": "ab"}, {"branch": "ac"}]}],
         "hvdcLines": [{"id": "dc", "from": "a", "to": "c", "pFromMw": 0, "pMinMw": 0,
           "pMaxMw": 15, "lossShare": 0.02}]},
       "thermalUnits": [
         {"id": "cheap", "bus": "a", "offers": [{"mw": [20, 300], "yuanPerH": [4000, 60000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 90}, "reserves": ["spin"]},
         {"id": "dear", "bus": "c", "offers": [{"mw": [10, 120], "yuanPerH": [5000, 60000]}],
          "startCategories": [{"offHours": 1, "costYuan": 700}],
          "initial": {"on": false, "hours": 9}, "reserves": ["spin"]}],
       "profiledUnits": [{"id": "wind", "bus": "b", "maxMw": [12, 8], "priceYuanPerMwh": 5}],
       "storageUnits": [{"id": "s", "bus": "c", "maxLevelMwh": 40, "maxChargeMw": 10,
         "maxDischargeMw": 10, "chargeEfficiency": 0.9, "dischargeYuanPerMwh": 2,
         "initialLevelMwh": 20, "endMinLevelMwh": 12}],
       "flexibleLoads": [{"id": "f", "bus": "c", "maxMw": 9, "valueYuanPerMwh": [100, 900]}],
       "busLoads": [{"bus": "c", "mw": [130, 160]}, {"bus": "b", "mw": 20}],
       "reserves": [{"id": "spin", "mw": 5}],
       "rules": {"hvdcSchedules": [{"line": "dc"}],
         "products": [{"id": "spin", "kind": "spinning", "direction": "up", "minutes": 10}]}}
      """;

  /** Two lakes, of which the upper one feeds the lower one an hour later. */
  private static final String WATER =
      """
      {"horizon": {"periodCount": 3},
       "network": {"buses": [{"id": "n", "type": "reference"}]},
       "thermalUnits": [
         {"id": "dear", "bus": "n", "offers": [{"mw": [0, 200], "yuanPerH": [0, 8000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 50}}],
       "profiledUnits": [{"id": "up", "bus": "n", "maxMw": 30},
         {"id": "low", "bus": "n", "maxMw": 30}],
       "busLoads": [{"bus": "n", "mw": 60}],
       "rules": {"reservoirs": [
         {"id": "upper", "units": ["up"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0.072,
          "downstream": "lower", "delayHours": 1},
         {"id": "lower", "units": ["low"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0}]}}
      """;

  /** A need of 30 that a variable gives 10 of; more load than there is power. */
  private static final String SHORT =
      """
      {"horizon": {"periodCount": 1},
       "network": {"buses": [{"id": "n", "type": "reference"}]},
       "thermalUnits": [
         {"id": "a", "bus": "n", "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
          "initial": {"on": true, "hours": 9, "powerMw": 90}}],
       "busLoads": [{"bus": "n", "mw": 130}],
       "rules": {
         "variables": [{"id": "spare", "max": 10, "part": "ancillary", "yuanPerUnit": 3},
           {"id": "missing", "part": "shortfall", "yuanPerUnit": 200}],
         "linear": [{"id": "need", "min": 30, "penaltyYuanPerUnit": "Infinity", "terms": [
           {"unit": "spare", "quantity": "variable"},
           {"unit": "missing", "quantity": "variable"}]}]}}
      """;

  private static final Map<String, MarketDay> DAYS = new LinkedHashMap<>();
  private static final Map<String, ClearingResult> RESULTS = new LinkedHashMap<>();

  @BeforeAll
  static void clearTheDays() {
    Map.of("rich", RICH, "water", WATER, "short", SHORT)
        .forEach(
            (name, text) -> {
              MarketDay day = Days.read(text);
              DAYS.put(name, day);
              RESULTS.put(
                  name,
                  Fixtures.clear(ClearingCase.of(day), ClearingOptions.LOSSLESS.withGap(1e-9)));
            });
  }

  private static List<Finding> audit(String name, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day(name)), result);
  }

  private static MarketDay day(String name) {
    return DAYS.get(name);
  }

  private static ClearingResult good(String name) {
    return RESULTS.get(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void theResultsAreRightAsTheyAre(String name) {
    assertEquals(List.of(), audit(name, good(name)));
  }

  /** Tables of numbers by name. */
  private static Map<String, double[][]> tables(ClearingResult result) {
    Schedule schedule = result.schedule();
    Prices prices = result.prices();
    Map<String, double[][]> tables = new LinkedHashMap<>();
    tables.put("output", schedule.outputMw());
    tables.put("profiled", schedule.profiledMw());
    tables.put("charge", schedule.chargeMw());
    tables.put("discharge", schedule.dischargeMw());
    tables.put("level", schedule.levelMwh());
    tables.put("flexible", schedule.flexibleMw());
    tables.put("shed", schedule.shedMw());
    tables.put("hvdc", schedule.hvdcMw());
    tables.put("volume", schedule.volumeMm3());
    tables.put("spill", schedule.spillM3PerS());
    tables.put("variables", schedule.variables());
    for (int p = 0; p < schedule.reserveMw().length; p++) {
      tables.put("reserve " + p, schedule.reserveMw()[p]);
    }
    tables.put("lmp", prices.lmpYuanPerMwh());
    tables.put("energy price", prices.energyYuanPerMwh());
    tables.put("congestion price", prices.congestionYuanPerMwh());
    tables.put("loss price", prices.lossYuanPerMwh());
    tables.put("reserve price", prices.reserveYuanPerMwh());
    tables.put("loss", new double[][] {result.lossMw()});
    return tables;
  }

  /** Cells that the auditor says nothing about when each is changed. */
  private static Set<String> unseen(String name, UnaryOperator<Double> change) {
    TreeSet<String> unseen = new TreeSet<>();
    ClearingResult result = good(name);
    tables(result)
        .forEach(
            (table, cells) -> {
              for (int i = 0; i < cells.length; i++) {
                for (int t = 0; t < cells[i].length; t++) {
                  double before = cells[i][t];
                  cells[i][t] = change.apply(before);
                  if (audit(name, result).isEmpty()) {
                    unseen.add(table + " " + i + " " + t);
                  }
                  cells[i][t] = before;
                }
              }
            });
    return unseen;
  }

  /** More reserve than is required costs nothing here, and so may be held. */
  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anyNumberThatIsTooGreatIsFound(String name) {
    Set<String> unseen = unseen(name, value -> value + 1);
    unseen.removeIf(cell -> cell.startsWith("reserve 0 "));
    assertEquals(Set.of(), unseen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anyNumberThatIsTooSmallIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> value - 1));
  }

  /** A column of a solver may end just outside its bounds. */
  @Test
  void lossesBelowZeroAreFoundBeyondTheTolerance() {
    double[] losses = good("rich").lossMw();
    double before = losses[0];
    losses[0] = -1e-9;
    List<Finding> rounded = audit("rich", good("rich"));
    losses[0] = -0.01;
    List<Finding> below = audit("rich", good("rich"));
    losses[0] = before;
    assertEquals(List.of(), rounded);
    assertEquals(List.of("losses"), below.stream().map(Finding::check).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void whatIsNoNumberIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void anInfiniteNumberIsFound(String name) {
    assertEquals(Set.of(), unseen(name, value -> Double.POSITIVE_INFINITY));
    assertEquals(Set.of(), unseen(name, value -> Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "water", "short"})
  void aStatusOrStartThatIsTurnedIsFound(String name) {
    ClearingResult result = good(name);
    List<boolean[][]> tables = List.of(result.schedule().committed(), result.schedule().starts());
    for (boolean[][] table : tables) {
      for (boolean[] row : table) {
        for (int t = 0; t < row.length; t++) {
          row[t] = !row[t];
          assertFalse(audit(name, result).isEmpty(), "period " + t);
          row[t] = !row[t];
        }
      }
    }
  }

  private static ClearingResult with(
      ClearingResult result,
      double objective,
      double bound,
      CostParts costs,
      List<FlowResult> flows,
      List<Relaxation> relaxations) {
    return new ClearingResult(
        result.status(),
        objective,
        bound,
        result.lpYuan(),
        costs,
        result.schedule(),
        result.prices(),
        result.lossMw(),
        flows,
        result.shadowPrices(),
        relaxations,
        result.start(),
        result.security(),
        result.statistics());
  }

  /** A result of another network must not end the audit: its names are findings. */
  @Test
  void aFlowOfWhatTheCaseLacksIsFound() {
    ClearingResult result = good("rich");
    FlowResult known = result.flows().get(0);
    List<FlowResult> strange =
        List.of(
            new FlowResult("B-19", "gone", "", 0, 1, 5, 0, 0),
            new FlowResult("B-18", "gone", "", 0, 1, 5, 3, 0),
            new FlowResult("B-20", "ac", "gone", 0, 1, 5, 3, 0),
            new FlowResult("B-19", "ac", "", 2, 1, 5, 0, 0));
    for (FlowResult flow : strange) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              result.bestBoundYuan(),
              result.costs(),
              List.of(known, flow),
              result.relaxations());
      List<Finding> found = audit("rich", other);
      assertEquals(List.of("completeness"), found.stream().map(Finding::check).toList());
      assertEquals(flow.element(), found.get(0).element());
      assertEquals(List.of(), ClearingAuditor.auditSchedule(ClearingCase.of(day("rich")), other));
    }
  }

  private static CostParts costs(double[] c) {
    return new CostParts(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, -5, Double.NaN})
  void everyPartOfTheCostIsCountedAnew(double more) {
    List<String> checks =
        List.of(
            "energy cost",
            "start cost",
            "cost of profiled units",
            "cost of storage",
            "cost of reserve",
            "value of demand",
            "penalties");
    ClearingResult result = good("rich");
    CostParts parts = result.costs();
    for (int i = 0; i < checks.size(); i++) {
      double[] c = {
        parts.energyYuan(),
        parts.startYuan(),
        parts.profiledYuan(),
        parts.storageYuan(),
        parts.ancillaryYuan(),
        parts.demandValueYuan(),
        parts.penaltyYuan()
      };
      c[i] += more;
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              result.bestBoundYuan(),
              costs(c),
              result.flows(),
              result.relaxations());
      List<String> found = audit("rich", other).stream().map(Finding::check).toList();
      assertTrue(
          Double.isNaN(more) ? !found.isEmpty() : found.equals(List.of(checks.get(i))),
          checks.get(i) + " " + found);
    }
  }

  @Test
  void anObjectiveThatIsNotTheSumAndABoundAboveItAreFound() {
    ClearingResult result = good("rich");
    for (double off : new double[] {9, -9, Double.NaN}) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan() + off,
              result.bestBoundYuan() - 9,
              result.costs(),
              result.flows(),
              result.relaxations());
      assertFalse(audit("rich", other).isEmpty(), "objective off by " + off);
    }
    for (double bound : new double[] {result.objectiveYuan() + 1, Double.NaN}) {
      ClearingResult other =
          with(
              result,
              result.objectiveYuan(),
              bound,
              result.costs(),
              result.flows(),
              result.relaxations());
      assertFalse(audit("rich", other).isEmpty(), "bound " + bound);
    }
  }

  private static FlowResult flow(FlowResult f, double[] n) {
    return new FlowResult(
        f.constraint(), f.element(), f.outage(), f.period(), n[0], n[1], n[2], n[3]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -3, Double.NaN})
  void everyNumberOfAFlowIsFound(double more) {
    ClearingResult result = good("rich");
    List<String> unseen = new ArrayList<>();
    assertFalse(result.flows().isEmpty());
    for (int i = 0; i < result.flows().size(); i++) {
      FlowResult f = result.flows().get(i);
      for (int k = 0; k < 4; k++) {
        double[] n = {f.flowMw(), f.limitMw(), f.shadowPriceYuanPerMwh(), f.overloadMw()};
        n[k] += more;
        List<FlowResult> flows = new ArrayList<>(result.flows());
        flows.set(i, flow(f, n));
        ClearingResult other =
            with(
                result,
                result.objectiveYuan(),
                result.bestBoundYuan(),
                result.costs(),
                flows,
                result.relaxations());
        if (audit("rich", other).isEmpty()) {
          unseen.add(f + " number " + k);
        }
      }
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void aRelaxationThatIsLeftOutOrOfAnotherSizeIsFound() {
    ClearingResult result = good("short");
    assertEquals(2, result.relaxations().size());
    for (int i = 0; i < 2; i++) {
      for (double more : new double[] {-5, 5, Double.NaN}) {
        List<Relaxation> other = new ArrayList<>(result.relaxations());
        Relaxation r = other.remove(i);
        CostParts costs = result.costs();
        ClearingResult without =
            with(result, result.objectiveYuan(), result.bestBoundYuan(), costs, List.of(), other);
        assertFalse(audit("short", without).isEmpty(), "without " + r);
        other.add(
            new Relaxation(
                r.constraint(),
                r.element(),
                r.period(),
                r.day(),
                r.amount() + more,
                r.unit(),
                r.penaltyYuan()));
        ClearingResult changed =
            with(result, result.objectiveYuan(), result.bestBoundYuan(), costs, List.of(), other);
        assertFalse(audit("short", changed).isEmpty(), more + " more of " + r);
      }
    }
  }
}
