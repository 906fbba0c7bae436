package org.gridclear.security.compensation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DenseSolveTest {
  @Test
  void whatItSolvesGivesTheRightHandSideBack() {
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + (int) seed;
      double[][] matrix = new double[n][];
      Arrays.setAll(matrix, i -> random.doubles(n, -1, 1).toArray());
      matrix[0][0] = 0;
      matrix[n - 1][0] += n == 1 ? 1 : 0;
      double[][] factors = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
      int[] from = DenseSolve.factor(factors, 1e-12);
      assertNotNull(from, "seed " + seed);
      for (int time = 0; time < 2; time++) {
        double[] wanted = random.doubles(n, -1, 1).toArray();
        double[] x = new double[n];
        DenseSolve.solve(factors, from, wanted, x);
        for (int i = 0; i < n; i++) {
          double sum = 0;
          for (int j = 0; j < n; j++) {
            sum += matrix[i][j] * x[j];
          }
          assertEquals(wanted[i], sum, 1e-9, "seed " + seed);
        }
        double[] inPlace = wanted.clone();
        double[][] again = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        assertTrue(DenseSolve.inPlace(again, inPlace, 1e-12));
        assertArrayEquals(x, inPlace);
      }
    }
  }

  @Test
  void aSingularMatrixIsReported() {
    assertNull(DenseSolve.factor(new double[][] {{1, 2}, {2, 4}}, 1e-9));
    assertNull(DenseSolve.factor(new double[][] {{Double.NaN}}, 1e-9));
    assertFalse(DenseSolve.inPlace(new double[][] {{0}}, new double[] {1}, 1e-9));
  }
}
