package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LdlFactorTest {
  @Test
  void solvesRandomIndefiniteSystems() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(40);
      int entries = random.nextInt(3 * n);
      int[] row = new int[entries];
      int[] column = new int[entries];
      double[] value = new double[entries];
      double[] diagonal = random.doubles(n, 5, 9).map(d -> random.nextBoolean() ? d : -d).toArray();
      int count = 0;
      for (int e = 0; e < entries; e++) {
        int i = random.nextInt(n);
        int j = random.nextInt(n);
        if (i != j) {
          row[count] = i;
          column[count] = j;
          value[count++] = random.nextDouble() - 0.5;
        }
      }
      row = Arrays.copyOf(row, count);
      column = Arrays.copyOf(column, count);
      value = Arrays.copyOf(value, count);
      double[] x = random.doubles(n, -1, 1).toArray();
      double[] b = new double[n];
      for (int i = 0; i < n; i++) {
        b[i] = diagonal[i] * x[i];
      }
      for (int e = 0; e < count; e++) {
        b[row[e]] += value[e] * x[column[e]];
        b[column[e]] += value[e] * x[row[e]];
      }
      double[] solved = LdlFactor.of(n, row, column, value, diagonal).solve(b);
      assertArrayEquals(x, solved, 1e-9, "seed " + seed);
    }
  }

  @Test
  void aSingularMatrixIsRefused() {
    assertThrows(
        ArithmeticException.class,
        () ->
            LdlFactor.of(2, new int[] {0}, new int[] {1}, new double[] {-1}, new double[] {1, 1}));
  }

  @Test
  void orderingIsAPermutationAndLeavesATreeWithoutFill() {
    int n = 200;
    SplittableRandom random = new SplittableRandom(4);
    int[] child = IntStream.range(1, n).toArray();
    int[] parent = IntStream.range(1, n).map(random::nextInt).toArray();
    int[] order = ApproximateMinimumDegree.order(n, child, parent);
    assertEquals(n, Arrays.stream(order).distinct().count());
    double[] ones = new double[n - 1];
    Arrays.fill(ones, -1);
    double[] diagonal = new double[n];
    Arrays.fill(diagonal, 50);
    LdlFactor factor = LdlFactor.of(n, child, parent, ones, diagonal);
    assertTrue(factor.fill() <= n - 1, "a tree has no fill: " + factor.fill());
  }

  /** Few rows are plain code, unless others of this process had many; then vector code. */
  @Test
  void plainAndVectorCodeGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 60;
    int[] row = random.ints(150, 0, n).toArray();
    int[] column = Arrays.stream(row).map(i -> (i + 1 + random.nextInt(n - 1)) % n).toArray();
    double[] value = random.doubles(150, -0.5, 0.5).toArray();
    double[] diagonal = random.doubles(n, 5, 9).toArray();
    LdlFactor factor = LdlFactor.of(n, row, column, value, diagonal);
    double[] plain = random.doubles(n * LdlFactor.LANES, -1, 1).toArray();
    double[] vectors = plain.clone();
    int[] all = IntStream.range(0, n).map(k -> n - 1 - k).toArray();
    factor.backwardLanes(plain, all);
    Lanes.preferVectors();
    factor.backwardLanes(vectors, all);
    assertTrue(Lanes.byVectors(0));
    assertArrayEquals(plain, vectors);
  }
}
