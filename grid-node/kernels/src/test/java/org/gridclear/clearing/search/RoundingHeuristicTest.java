package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.constraint.ConstraintCatalogue;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.junit.jupiter.api.Test;

class RoundingHeuristicTest {
  private static final int PERIODS = 24;

  private static ClearingModel model() {
    String load =
        IntStream.range(0, PERIODS).mapToObj(t -> "100").collect(Collectors.joining(", "));
    ClearingCase clearingCase =
        ClearingCase.of(Days.threeUnits(load, ", \"minUpHours\": 4, \"minDownHours\": 3", ""));
    return ConstraintCatalogue.model(
        clearingCase,
        new ClearingGrid(clearingCase),
        false,
        ClearingOptions.LOSSLESS.formulation(),
        false);
  }

  @Test
  void whatTheRelaxationHasOnStaysOnAndNoTimeIsTooShort() {
    ClearingModel model = model();
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < 200; trial++) {
      double[] x = random.doubles(model.linear().columnCount()).map(v -> v < 0.7 ? 0 : v).toArray();
      boolean[][] rounded = new RoundingHeuristic(model).round(x, 0.1);
      for (int g = 0; g < model.statusColumns().length; g++) {
        int[] unit = model.statusColumns()[g];
        int since = 0;
        for (int t = 0; t < PERIODS; t++) {
          boolean now = rounded[g][t];
          assertTrue(now || x[unit[t]] < 0.1, "what was on is on");
          if (t > 0 && rounded[g][t - 1] != now) {
            int least = now ? model.downPeriods(g) : model.upPeriods(g);
            assertTrue(since == 0 || t - since >= least, "a time of " + (t - since));
            since = t;
          }
        }
      }
    }
  }

  @Test
  void aWholeCommitmentStaysAsItIs() {
    ClearingModel model = model();
    double[] x = new double[model.linear().columnCount()];
    int[] unit = model.statusColumns()[1];
    for (int t = 5; t < 12; t++) {
      x[unit[t]] = 1;
    }
    boolean[][] rounded = new RoundingHeuristic(model).round(x, 0.1);
    for (int t = 0; t < PERIODS; t++) {
      assertEquals(t >= 5 && t < 12, rounded[1][t], "period " + t);
    }
  }
}
