package org.gridclear.clearing.bound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.LinearModel;
import org.junit.jupiter.api.Test;

class MixedRoundingTest {
  /** Three units of 50 MW for a need of 120 MW: two and two fifths of them are three. */
  @Test
  void partsOfEqualUnitsAreRoundedUp() {
    LinearModel units = new LinearModel();
    for (int j = 0; j < 3; j++) {
      units.addBinary(1);
    }
    Inequality need = new Inequality(new int[] {0, 1, 2}, new double[] {-50, -50, -50}, -120);
    Inequality cut = MixedRounding.cut(units, need, new double[] {1, 1, 0.4}).orElseThrow();
    double scale = -cut.values()[0];
    assertArrayEquals(new double[] {-scale, -scale, -scale}, cut.values(), 1e-9);
    assertEquals(-3 * scale, cut.upper(), 1e-9);
  }

  @Test
  void wholePointsAreNotCutOff() {
    LinearModel units = new LinearModel();
    units.addBinary(1);
    units.addBinary(1);
    Inequality need = new Inequality(new int[] {0, 1}, new double[] {-50, -30}, -70);
    assertTrue(MixedRounding.cut(units, need, new double[] {1, 1}).isEmpty());
  }

  @Test
  void aColumnWithoutBoundsLeavesNothingToSay() {
    LinearModel model = new LinearModel();
    model.addBinary(1);
    model.addColumn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    Inequality need = new Inequality(new int[] {0, 1}, new double[] {-50, -1}, -20);
    assertTrue(MixedRounding.cut(model, need, new double[] {0.4, 0}).isEmpty());
  }

  /** The upper bound of the whole column is one that it cannot reach. */
  @Test
  void aBoundBetweenWholeNumbersIsRoundedToThem() {
    LinearModel model = new LinearModel();
    model.addBinary(1);
    model.addBinary(1);
    model.tighten(1, 0, 0.7);
    Inequality need = new Inequality(new int[] {0, 1}, new double[] {-50, -40}, -30);
    Inequality cut = MixedRounding.cut(model, need, new double[] {0.6, 0}).orElseThrow();
    assertTrue(cut.excess(new double[] {1, 0}) <= 1e-9, "the only whole point is cut off");
    assertTrue(cut.excess(new double[] {0.6, 0}) > 0);
  }

  @Test
  void noPointThatMeetsTheInequalityIsCutOff() {
    SplittableRandom random = new SplittableRandom(1);
    int cuts = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      cuts += trial(random) ? 1 : 0;
    }
    assertTrue(cuts > 500, "only " + cuts + " cuts were found");
  }

  /** Six whole columns and two others, whose extremes decide: the cut is linear in them. */
  private static boolean trial(SplittableRandom random) {
    LinearModel model = new LinearModel();
    double[] size = {12, 20, 55, 76, 155, 355};
    int[] columns = new int[8];
    double[] values = new double[8];
    double[] point = new double[8];
    for (int j = 0; j < 8; j++) {
      columns[j] = j;
      values[j] = (random.nextInt(4) == 0 ? 1 : -1) * size[random.nextInt(size.length)];
      if (j < 6) {
        model.addBinary(0);
        point[j] = random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(2);
      } else {
        model.addColumn(random.nextInt(3) - 1, 2 + random.nextInt(3), 0);
        point[j] = random.nextBoolean() ? model.columnLower(j) : model.columnUpper(j);
      }
    }
    double upper = -random.nextInt(1, 60);
    for (int j = 0; j < 8; j++) {
      upper += values[j] * point[j] * (j < 6 ? 1 : 0);
    }
    Inequality sum = new Inequality(columns, values, upper);
    Optional<Inequality> cut = MixedRounding.cut(model, sum, point);
    if (cut.isEmpty()) {
      return false;
    }
    assertTrue(cut.get().excess(point) > 0, "the point is not cut off");
    for (int whole = 0; whole < 64; whole++) {
      for (int extreme = 0; extreme < 4; extreme++) {
        checkAlong(model, sum, cut.get(), whole, extreme);
      }
    }
    return true;
  }

  /** From an extreme of the continuous columns to the opposite one, wherever the sum holds. */
  private static void checkAlong(
      LinearModel model, Inequality sum, Inequality cut, int whole, int extreme) {
    for (int step = 0; step <= 8; step++) {
      double[] x = new double[8];
      for (int j = 0; j < 8; j++) {
        double share = (extreme >> (j & 1) & 1) == 0 ? step / 8.0 : 1 - step / 8.0;
        double lower = model.columnLower(j);
        x[j] = j < 6 ? whole >> j & 1 : lower + share * (model.columnUpper(j) - lower);
      }
      if (sum.excess(x) <= 0) {
        assertTrue(cut.excess(x) <= 1e-6, "cut off by " + cut.excess(x));
      }
    }
  }
}
