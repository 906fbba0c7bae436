package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

class DivingHeuristicTest {
  private static final MarketDay DAY =
      SyntheticMarket.complete(
          BuiltInNetworks.read("ieee57"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT);

  private record Dived(double relaxedYuan, boolean[][] on, Solution dispatched) {}

  private static ModelSession solve(MarketDay day, double gap) {
    return Fixtures.solve(
        ClearingCase.of(day),
        ClearingOptions.LOSSLESS.withGap(gap),
        ClearingContext.of(Fixtures.highs()));
  }

  private static Dived dive(MarketDay day) {
    try (ModelSession solve = solve(day, 1e-4)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      boolean[][] on = new DivingHeuristic(solve).statuses(relaxed, Deadline.never()).orElseThrow();
      Solution dispatched =
          solve.dispatchStatuses(on, "dived", Double.POSITIVE_INFINITY).orElseThrow();
      return new Dived(relaxed.objective(), on, dispatched);
    }
  }

  @Test
  void aDiveEndsBetweenTheBoundAndTwoPercentAboveTheBestSchedule() {
    double optimum = Fixtures.clear(DAY, ClearingOptions.LOSSLESS.withGap(1e-5)).objectiveYuan();
    Dived dived = dive(DAY);
    assertTrue(dived.dispatched().objective() >= dived.relaxedYuan() - 1e-6);
    assertTrue(dived.dispatched().objective() >= optimum * (1 - 1e-5), "no better than the best");
    assertTrue(
        dived.dispatched().objective() <= 1.02 * optimum,
        dived.dispatched().objective() + " against " + optimum);
  }

  @Test
  void aStatusThatTheDataGiveIsKept() {
    List<ThermalUnit> units = new ArrayList<>(DAY.thermalUnits());
    int g =
        IntStream.range(0, units.size())
            .filter(i -> !units.get(i).initial().on())
            .findFirst()
            .orElseThrow();
    units.set(
        g, units.get(g).withCommitment(Collections.nCopies(DAY.periodCount(), Commitment.OFF)));
    Dived dived = dive(DAY.withThermalUnits(units));
    for (boolean on : dived.on()[g]) {
      assertFalse(on, "unit " + units.get(g).id());
    }
  }

  @Test
  void theCommitmentOfALighterDayIsCompletedForMoreLoad() {
    boolean[][] light = dive(DAY).on();
    MarketDay heavy =
        DAY.withBusLoads(
            DAY.busLoads().stream()
                .map(load -> new BusLoad(load.bus(), scaled(load.mw(), 1.15)))
                .toList());
    double optimum = Fixtures.clear(heavy, ClearingOptions.LOSSLESS.withGap(1e-4)).objectiveYuan();
    try (ModelSession solve = solve(heavy, 1e-4)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      boolean[][] on =
          new DivingHeuristic(solve).completed(relaxed, light, Deadline.never()).orElseThrow();
      double asItWas =
          solve
              .dispatchStatuses(light, "as it was", Double.POSITIVE_INFINITY)
              .map(Solution::objective)
              .orElse(Double.POSITIVE_INFINITY);
      double completed =
          solve
              .dispatchStatuses(on, "completed", Double.POSITIVE_INFINITY)
              .orElseThrow()
              .objective();
      assertTrue(completed >= optimum * (1 - 1e-4) && completed <= 1.03 * optimum, "" + completed);
      assertTrue(completed < asItWas, completed + " against " + asItWas);
      int[][] columns = solve.model().statusColumns();
      for (int g = 0; g < on.length; g++) {
        for (int t = 0; t < on[g].length; t++) {
          double part = relaxed.columns()[columns[g][t]];
          assertTrue(!light[g][t] || part < 0.02 || on[g][t], "kept on: " + g + " in " + t);
          assertTrue(light[g][t] || part > 1e-9 || !on[g][t], "left off: " + g + " in " + t);
        }
      }
    }
  }

  private static Series scaled(Series mw, double factor) {
    return Series.of(Arrays.stream(mw.toArray()).map(value -> value * factor).toArray());
  }

  @Test
  void aDiveEndsWithTheTime() {
    try (ModelSession solve = solve(DAY, 1e-4)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      assertTrue(new DivingHeuristic(solve).statuses(relaxed, () -> true).isEmpty());
    }
  }

  @Test
  void aLargeModelHasNoRowPerSegmentWhereAPercentIsAsked() {
    MarketDay large =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"), new Horizon(96, 15), SyntheticOptions.DEFAULT);
    assertTrue(rows(large, 0.01) < 0.8 * rows(large, 0.001));
    assertEquals(rows(DAY, 0.01), rows(DAY, 0.001), "a small model is tight at any gap");
  }

  private static int rows(MarketDay day, double gap) {
    try (ModelSession solve = solve(day, gap)) {
      return solve.model().linear().rowCount();
    }
  }
}
