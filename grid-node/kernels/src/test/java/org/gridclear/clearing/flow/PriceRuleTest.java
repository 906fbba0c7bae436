package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices where several are optimal, against differences of the cost. */
// Rows: D-06
class PriceRuleTest {
  private static final ClearingOptions EXACT = exact(ClearingOptions.LOSSLESS.withGap(0));
  private static final double SHED = 3000;

  /** Flows within a tolerance so small that a step of the load meets every limit. */
  private static ClearingOptions exact(ClearingOptions o) {
    return new ClearingOptions(
        o.market(),
        o.gap(),
        o.nodesMax(),
        o.secondsMax(),
        o.solver(),
        o.formulation(),
        1e-7,
        o.losses(),
        o.ancillary(),
        o.strategy(),
        o.startFromBase(),
        o.security());
  }

  private static ClearingResult clear(String json) {
    return clear(json, EXACT, Fixtures.highs());
  }

  private static ClearingResult clear(String json, ClearingOptions options, LinearSolver solver) {
    MarketDay day = Days.read(json);
    ClearingCase clearingCase = ClearingCase.of(day);
    ClearingResult result = Fixtures.cleared(ClearingKernel.clear(clearingCase, options, solver));
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList(),
        json);
    return result;
  }

  private static String oneBus(double loadMw, String more) {
    return """
    {"name": "step", "horizon": {"periodCount": 1},
     "network": {"buses": [{"id": "b", "type": "reference"}]},
     "thermalUnits": [
       {"id": "g", "bus": "b", "offers": [{"mw": [0, 100, 200], "yuanPerH": [0, 2000, 5000]}],
        "initial": {"on": true, "hours": 9, "powerMw": 100}%s}],
     "busLoads": [{"bus": "b", "mw": %s}],
     "penalties": {"balanceYuanPerMwh": 3000}}
    """
        .formatted(more, loadMw);
  }

  private static double price(String json) {
    return clear(json).prices().lmpYuanPerMwh()[0][0];
  }

  @Test
  void atAStepThePriceIsThatOfTheNextMwh() {
    assertEquals(20, price(oneBus(99.9, "")), 1e-9);
    assertEquals(30, price(oneBus(100, "")), 1e-9);
    assertEquals(30, price(oneBus(100.1, "")), 1e-9);
  }

  @Test
  void whereEverythingIsUsedUpThePriceIsThePenaltyAndNoMore() {
    assertEquals(30, price(oneBus(199.9, "")), 1e-9);
    assertEquals(SHED, price(oneBus(200, "")), 1e-9);
    assertEquals(SHED, price(oneBus(260, "")), 1e-9);
  }

  @Test
  void aReserveThatIsJustMetCostsWhatTheNextMwOfItCosts() {
    String json =
        oneBus(150, ", \"reserves\": [\"r\"]")
            .replace(
                "\"penalties\"",
                "\"reserves\": [{\"id\": \"r\", \"mw\": 50, \"shortfallYuanPerMwh\": 500}],"
                    + " \"penalties\"");
    ClearingResult result = clear(json);
    assertEquals(500, result.prices().reserveYuanPerMwh()[0][0], 1e-6);
    assertEquals(530, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
  }

  @Test
  void aBusWhoseLoadIsAllShedHasThePriceOfItsPenalty() {
    ClearingResult result =
        clear(
            """
            {"name": "pocket", "horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [0, 200], "yuanPerH": [0, 4000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 100}}],
             "busLoads": [{"bus": "b", "mw": 80}, {"bus": "c", "mw": 40}],
             "penalties": {"balanceYuanPerMwh": 3000}}
            """);
    assertEquals(20, result.prices().lmpYuanPerMwh()[1][0], 1e-9);
    assertEquals(SHED, result.prices().lmpYuanPerMwh()[2][0], 1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        """
        , {"id": "off", "bus": "c", "offers": [{"mw": [10, 50], "yuanPerH": [100, 900]}],
           "initial": {"on": false, "hours": 9}}
        """
      })
  void aBusThatNothingCanServeLeavesThePricesElsewhereAsTheyAre(String more) {
    ClearingResult result =
        clear(
            """
            {"name": "apart", "horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "c"}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [0, 100, 200], "yuanPerH": [0, 2000, 5000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 100}}%s],
             "busLoads": [{"bus": "a", "mw": 100}],
             "penalties": {"balanceYuanPerMwh": 3000}}
            """
                .formatted(more));
    assertEquals(30, result.prices().lmpYuanPerMwh()[0][0], 1e-9);
    assertEquals(SHED, result.prices().lmpYuanPerMwh()[1][0], 1e-9);
  }

  @Test
  void anIslandWithoutLoadHasThePriceOfWhatCouldGiveMore() {
    ClearingResult result =
        clear(
            oneBus(100, "")
                .replace(
                    "{\"id\": \"b\", \"type\": \"reference\"}", "{\"id\": \"b\"}, {\"id\": \"w\"}")
                .replace(
                    "\"busLoads\"",
                    "\"profiledUnits\": [{\"id\": \"wind\", \"bus\": \"w\", \"maxMw\": 5,"
                        + " \"priceYuanPerMwh\": 3}], \"busLoads\""));
    assertEquals(30, result.prices().lmpYuanPerMwh()[0][0], 1e-9);
    assertEquals(3, result.prices().lmpYuanPerMwh()[1][0], 1e-9);
  }

  /** Whole numbers everywhere, so that loads meet steps and limits meet each other. */
  private record Draw(long seed) {
    private static final int PERIODS = 2;

    String json(double[][] moreMw, boolean turned) {
      SplittableRandom random = new SplittableRandom(seed);
      int buses = 3 + random.nextInt(3);
      List<String> busRows = new ArrayList<>();
      List<String> loads = new ArrayList<>();
      List<String> branches = new ArrayList<>();
      List<String> units = new ArrayList<>();
      for (int b = 0; b < buses; b++) {
        busRows.add("{\"id\": \"b%d\"%s}".formatted(b, b == 0 ? ", \"type\": \"reference\"" : ""));
        int mw = 10 * random.nextInt(6);
        loads.add(
            "{\"bus\": \"b%d\", \"mw\": [%s, %s]}"
                .formatted(b, mw + moreMw[b][0], mw + 10 * random.nextInt(3) + moreMw[b][1]));
        if (b > 0) {
          branches.add(branch(b - 1, b, random));
        }
      }
      branches.add(branch(0, buses - 1, random));
      for (int g = 0; g < 3; g++) {
        int first = 10 * (1 + random.nextInt(4));
        int second = 10 * (1 + random.nextInt(4));
        int price = 10 * (1 + random.nextInt(3));
        units.add(
            """
            {"id": "g%d", "bus": "b%d", "reserves": ["r"], "commitment": ["on", "on"], "offers": [{"mw": [0, %d, %d],
             "yuanPerH": [0, %d, %d]}], "initial": {"on": true, "hours": 9, "powerMw": 0}}\
            """
                .formatted(
                    g,
                    random.nextInt(buses),
                    first,
                    first + second,
                    first * price,
                    first * price + second * (price + 10)));
      }
      int reserve = 10 * random.nextInt(3);
      if (turned) {
        Collections.reverse(busRows);
        Collections.reverse(loads);
        Collections.reverse(branches);
        Collections.reverse(units);
      }
      return """
      {"name": "draw", "horizon": {"periodCount": 2}, "network": {"buses": %s, "branches": %s},
       "thermalUnits": %s, "busLoads": %s, "reserves": [{"id": "r", "mw": %d}],
       "penalties": {"balanceYuanPerMwh": 3000}}
      """
          .formatted(busRows, branches, units, loads, reserve);
    }

    private static String branch(int from, int to, SplittableRandom random) {
      return "{\"id\": \"l%d-%d\", \"from\": \"b%d\", \"to\": \"b%d\", \"xPu\": 0.1, \"ratings\": %s}"
          .formatted(from, to, from, to, "{\"normalMva\": " + 10 * (1 + random.nextInt(5)) + "}");
    }
  }

  private static double cost(Draw draw, double[][] moreMw) {
    return clear(draw.json(moreMw, false)).objectiveYuan();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void pricesLieBetweenTheCostOfTheLastAndTheNextMwhAndAreThoseOfGrowingLoad(long seed) {
    Draw draw = new Draw(seed);
    ClearingResult result = clear(draw.json(new double[6][2], false));
    double[][] lmp = result.prices().lmpYuanPerMwh();
    double step = 0.01;
    for (int t = 0; t < Draw.PERIODS; t++) {
      double loadMw = 0;
      for (int b = 0; b < lmp.length; b++) {
        loadMw += load(draw, b, t);
        double[][] moreMw = new double[6][2];
        moreMw[b][t] = step;
        double next = (cost(draw, moreMw) - result.objectiveYuan()) / step;
        assertTrue(lmp[b][t] <= next + 0.01, seed + ": " + lmp[b][t] + " above " + next);
        if (load(draw, b, t) > 0) {
          moreMw[b][t] = -step;
          double last = (result.objectiveYuan() - cost(draw, moreMw)) / step;
          assertTrue(lmp[b][t] >= last - 0.01, seed + ": " + lmp[b][t] + " below " + last);
        }
      }
      double[][] grown = new double[6][2];
      double paid = 0;
      for (int b = 0; b < lmp.length && loadMw > 0; b++) {
        grown[b][t] = step * lmp.length * load(draw, b, t) / loadMw;
        paid += grown[b][t] * lmp[b][t];
      }
      assertEquals(cost(draw, grown) - result.objectiveYuan(), paid, 0.001 * Math.abs(paid) + 1e-6);
    }
  }

  private static double load(Draw draw, int bus, int t) {
    return Days.read(draw.json(new double[6][2], false)).busLoads().stream()
        .filter(each -> each.bus().equals("b" + bus))
        .mapToDouble(each -> each.mw().at(t))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everySolverFormulationAndOrderOfTheFileHasTheSamePrices(long seed) {
    Draw draw = new Draw(seed);
    String json = draw.json(new double[6][2], false);
    double[][] lmp = clear(json).prices().lmpYuanPerMwh();
    List<ClearingResult> others = new ArrayList<>();
    others.add(clear(json, EXACT, new OjAlgoSolver()));
    for (ClearingOptions.Formulation each : ClearingOptions.Formulation.values()) {
      others.add(clear(json, EXACT.withFormulation(each), Fixtures.highs()));
    }
    for (ClearingResult other : others) {
      for (int b = 0; b < lmp.length; b++) {
        assertArrayEquals(lmp[b], other.prices().lmpYuanPerMwh()[b], 1e-6);
      }
    }
    double[][] turned = clear(draw.json(new double[6][2], true)).prices().lmpYuanPerMwh();
    for (int b = 0; b < lmp.length; b++) {
      assertArrayEquals(lmp[b], turned[lmp.length - 1 - b], 1e-6);
    }
  }
}
