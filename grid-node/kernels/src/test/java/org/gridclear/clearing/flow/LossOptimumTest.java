package org.gridclear.clearing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Losses where they would earn money: the schedule loses what its flows lose, the bound is one of
 * that problem, and prices have their loss component. Two buses are also solved by going through
 * all flows of the one branch.
 */
// Rows: D-05
class LossOptimumTest {
  private static final ClearingOptions EXACT =
      ClearingOptions.LOSSLESS.withGap(1e-7).withLosses(true);

  private static MarketDay wind() {
    return Days.read(
        """
        {"name": "wind", "horizon": {"periodCount": 1},
         "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
           "branches": [{"id": "l", "from": "a", "to": "b", "rPu": 0.02, "xPu": 0.05}]},
         "thermalUnits": [{"id": "g", "bus": "b", "commitment": ["on"],
           "offers": [{"mw": [40, 100], "yuanPerH": [9000, 30000]}],
           "initial": {"on": true, "hours": 9, "powerMw": 60}}],
         "profiledUnits": [{"id": "w", "bus": "a", "maxMw": 100, "priceYuanPerMwh": -200}],
         "busLoads": [{"bus": "b", "mw": 90}]}
        """);
  }

  @Test
  void aNegativePriceHasItsLossComponent() {
    MarketDay day = wind();
    ClearingResult result = Fixtures.clear(day, EXACT);
    // w − 0.0002·w² = 50, and a MWh at b needs 1 / (1 − 0.0004·w) of wind.
    double wind = (1 - Math.sqrt(1 - 4 * 0.0002 * 50)) / (2 * 0.0002);
    assertEquals(wind, result.schedule().profiledMw()[0][0], 1e-3);
    assertEquals(-200, result.prices().lmpYuanPerMwh()[0][0], 1e-3);
    assertEquals(-200 / (1 - 0.0004 * wind), result.prices().lmpYuanPerMwh()[1][0], 1e-2);
    assertTrue(result.gap() <= 1e-6, "gap " + result.gap());
  }

  /** A point that loses 1 MW too much whatever is added: the dispatch ends, and says how. */
  @Test
  void lossesThatDoNotSettleAreCounted() {
    ClearingCase day = ClearingCase.of(wind());
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve =
        new ModelSession(day, new ClearingGrid(day), EXACT, context, true, false, WarmStart.NONE)) {
      double[] x = solve.relaxed().orElseThrow().columns().clone();
      x[solve.model().loss().at(0, 0)] += 1;
      LossCuts losses = solve.flowRows().losses();
      losses.exact(solve.session(), true);
      int rounds = 0;
      while (solve.flowRows().addViolated(solve.session(), x, LossCuts.TOLERANCE_SHARE) > 0) {
        assertEquals(0, losses.unsettled());
        rounds++;
      }
      assertEquals(60, rounds);
      assertEquals(1, losses.unsettled());
      losses.exact(solve.session(), true);
      solve.flowRows().addViolated(solve.session(), x, LossCuts.TOLERANCE_SHARE);
      assertEquals(0, losses.unsettled(), "a dispatch begins anew");
    }
  }

  @Test
  void theBoundOfTheSearchHoldsWhereMinimumOutputsMakeSurplus() {
    MarketDay day =
        Days.read(
            """
            {"name": "bound", "horizon": {"periodCount": 3, "startMinute": 1320},
             "network": {"buses": [{"id": "b0", "type": "reference"}, {"id": "b1"}],
               "branches": [{"id": "l", "from": "b0", "to": "b1", "rPu": 0.0068, "xPu": 0.065}]},
             "thermalUnits": [
               {"id": "g0", "bus": "b1", "rampUpMwPerH": 198, "rampDownMwPerH": 75, "minDownHours": 1,
                "offers": [{"mw": [18, 74, 114], "yuanPerH": [8201, 28417, 45977]}]},
               {"id": "g2", "bus": "b0", "rampUpMwPerH": 123, "rampDownMwPerH": 95, "minUpHours": 2,
                "offers": [{"mw": [40, 62, 121], "yuanPerH": [7990, 13226, 30631]}], "minDownHours": 1},
               {"id": "g3", "bus": "b1", "rampUpMwPerH": 52, "rampDownMwPerH": 95, "minUpHours": 2,
                "offers": [{"mw": [39, 75, 111], "yuanPerH": [8383, 16627, 26635]}], "startRampMw": 60}],
             "busLoads": [{"bus": "b1", "mw": [73.7, 56.8, 108.0]},
                          {"bus": "b0", "mw": [131.2, 101.2, 192.4]}],
             "rules": {"ranges": [{"id": "e1", "kind": "energy", "scope": {"units": ["g0"]},
                                   "min": 469.0, "to": 3}]}}
            """);
    ClearingResult result = Fixtures.clear(day, EXACT.withGap(1e-6));
    assertEquals(1_999_116.15, result.objectiveYuan(), 2);
    assertTrue(result.gap() <= 1e-6, "gap " + result.gap());
  }

  /** One hour of two buses with a line, a unit at each of them and wind that pays to run. */
  record TwoBuses(double[] loadMw, double[][] unitMw, double[] price, double windMw, double rPu) {
    private static final double SHED = 20_000;

    static TwoBuses random(Random random) {
      double[] load = {20 + random.nextInt(60), 20 + random.nextInt(60)};
      double[][] units = new double[2][];
      for (int i = 0; i < 2; i++) {
        double least = 20 + random.nextInt(80);
        units[i] = new double[] {least, least + 20 + random.nextInt(60)};
      }
      double[] price = {50 + random.nextInt(200), 50 + random.nextInt(200)};
      return new TwoBuses(
          load, units, price, random.nextInt(100), 0.005 + random.nextInt(30) / 1000.0);
    }

    MarketDay day() {
      StringBuilder units = new StringBuilder();
      for (int i = 0; i < 2; i++) {
        units.append(
            String.format(
                Locale.ROOT,
                "%s{\"id\": \"g%d\", \"bus\": \"b%d\", \"offers\": [{\"mw\": [%f, %f],"
                    + " \"yuanPerH\": [%f, %f]}], %s}",
                i == 0 ? "" : ", ",
                i,
                i,
                unitMw[i][0],
                unitMw[i][1],
                price[i] * unitMw[i][0],
                price[i] * unitMw[i][1],
                "\"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": "
                    + unitMw[i][0]
                    + "}"
                    + (i == 0 ? ", \"commitment\": [\"on\"]" : "")));
      }
      return Days.read(
          String.format(
              Locale.ROOT,
              """
              {"name": "two", "horizon": {"periodCount": 1},
               "network": {"buses": [{"id": "b0", "type": "reference"}, {"id": "b1"}],
                 "branches": [{"id": "l", "from": "b0", "to": "b1", "rPu": %f, "xPu": 0.05}]},
               "thermalUnits": [%s],
               "profiledUnits": [{"id": "w", "bus": "b0", "maxMw": %f, "priceYuanPerMwh": -100}],
               "busLoads": [{"bus": "b0", "mw": %f}, {"bus": "b1", "mw": %f}]}
              """,
              rPu,
              units,
              windMw,
              loadMw[0],
              loadMw[1]));
    }

    /** The least cost over both statuses of the free unit and all flows. */
    double bestYuan() {
      double best = Double.POSITIVE_INFINITY;
      for (boolean on : new boolean[] {true, false}) {
        double from = -400;
        double to = 400;
        for (int finer = 0; finer < 6; finer++) {
          double at = from;
          double here = Double.POSITIVE_INFINITY;
          for (int k = 0; k <= 160; k++) {
            double flow = from + k * (to - from) / 160;
            double yuan = yuan(flow, on);
            if (yuan < here) {
              here = yuan;
              at = flow;
            }
          }
          best = Math.min(best, here);
          double width = (to - from) / 40;
          from = at - width;
          to = at + width;
        }
      }
      return best;
    }

    private double yuan(double flow, boolean secondOn) {
      LinearModel model = new LinearModel();
      double total = loadMw[0] + loadMw[1];
      double loss = rPu / 100 * flow * flow;
      int surplus = model.addColumn(0, Double.POSITIVE_INFINITY, SHED);
      for (int i = 0; i < 2; i++) {
        double share = loadMw[i] / total;
        boolean on = i == 0 || secondOn;
        int unit = model.addColumn(on ? unitMw[i][0] : 0, on ? unitMw[i][1] : 0, price[i]);
        int shed = model.addColumn(0, loadMw[i], SHED);
        Terms terms = new Terms().add(unit, 1).add(shed, 1).add(surplus, -share);
        if (i == 0) {
          terms.add(model.addColumn(0, windMw, -100), 1);
        }
        model.equal(loadMw[i] + share * loss + (i == 0 ? flow : -flow), terms);
      }
      try (SolverSession session = Fixtures.highs().open(model)) {
        SolverOutcome outcome = session.solve(new SolverLimits(0, 1), Deadline.never());
        return outcome instanceof SolverOutcome.Optimal optimal
            ? optimal.solution().objective()
            : Double.POSITIVE_INFINITY;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void twoBusesAreAsGoodAsTheBestOfAllFlows(long seed) {
    TwoBuses case2 = TwoBuses.random(new Random(seed));
    ClearingResult result = Fixtures.clear(ClearingCase.of(case2.day()), EXACT);
    double best = case2.bestYuan();
    double tolerance = 1e-5 * Math.max(1000, Math.abs(best)) + 5;
    assertEquals(best, result.objectiveYuan(), tolerance);
    assertTrue(
        result.bestBoundYuan() <= best + tolerance,
        "bound " + result.bestBoundYuan() + ", best " + best);
    assertTrue(
        result.bestBoundYuan() >= best - tolerance,
        "bound " + result.bestBoundYuan() + ", best " + best);
  }
}
