package org.gridclear.clearing.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.search.ModelSession;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitConvexHullBoundTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-8);

  private record Bounds(double relaxedYuan, double raiseYuan) {}

  private static Bounds bounds(ClearingCase day, Deadline until) {
    try (ModelSession solve = Fixtures.solve(day, OPTIONS, ClearingContext.of(Fixtures.highs()))) {
      Solution relaxed = solve.relaxed().orElseThrow();
      double raise = UnitConvexHullBound.raiseYuan(solve.model(), relaxed, Fixtures.highs(), until);
      return new Bounds(relaxed.objective(), raise);
    }
  }

  /**
   * Slow units with costs of a start that depend on the time off, which sell to a load that takes
   * all at a price: nothing but the price couples them, so the raised bound is the optimum.
   */
  private static ClearingCase day(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringJoiner units = new StringJoiner(",");
    for (int g = 0; g < 5; g++) {
      double least = 20 + 30 * random.nextDouble();
      double most = 2.5 * least;
      double price = 10 + 20 * random.nextDouble();
      double start = 500 + 2000 * random.nextDouble();
      units.add(
          """
          {"id": "g%d", "bus": "b", "offers": [{"mw": [%f, %f], "yuanPerH": [%f, %f]}],
           "rampUpMwPerH": %f, "rampDownMwPerH": %f, "startRampMw": %f, "stopRampMw": %f,
           "minUpHours": 4, "minDownHours": 3,
           "startCategories": [{"offHours": 1, "costYuan": %f}, {"offHours": 5, "costYuan": %f},
             {"offHours": 8, "costYuan": %f}],
           "initial": {"on": %s, "hours": 9, "powerMw": %f}}
          """
              .formatted(
                  g,
                  least,
                  most,
                  price * least,
                  price * most * 1.2,
                  0.2 * least,
                  0.2 * least,
                  least,
                  least,
                  start,
                  2 * start,
                  4 * start,
                  g < 2,
                  g < 2 ? least : 0));
    }
    return ClearingCase.of(
        Days.read(
            """
            {"name": "slow", "horizon": {"periodCount": 16},
             "network": {"buses": [{"id": "b", "type": "reference"}]},
             "thermalUnits": [%s],
             "flexibleLoads": [{"id": "buyer", "bus": "b", "maxMw": 5000, "valueYuanPerMwh":
               [18, 20, 30, 42, 45, 30, 15, 10, 14, 22, 40, 44, 38, 20, 12, 10]}]}
            """
                .formatted(units)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theRaisedBoundIsTheOptimumWhereOnlyAPriceCouplesUnits(long seed) {
    ClearingCase day = day(seed);
    double optimum = Fixtures.clear(day, OPTIONS).objectiveYuan();
    Bounds bounds = bounds(day, Deadline.never());
    assertTrue(bounds.raiseYuan() > 10, "the day shows nothing: " + bounds);
    assertEquals(optimum, bounds.relaxedYuan() + bounds.raiseYuan(), 1e-6 * Math.abs(optimum));
  }

  @Test
  void withoutTimeNothingIsAdded() {
    assertEquals(0, bounds(day(1), () -> true).raiseYuan());
  }
}
