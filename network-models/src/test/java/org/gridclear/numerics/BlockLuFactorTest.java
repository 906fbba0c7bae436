package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockLuFactorTest {
  /** A random matrix with the pattern of a random multigraph, and the same one dense. */
  private static final class Example {
    private final int n;
    private final BlockLuFactor factor;
    private final double[][] dense;

    Example(SplittableRandom random) {
      n = 2 + random.nextInt(30);
      int entries = n - 1 + random.nextInt(2 * n);
      int[] rows = new int[entries];
      int[] columns = new int[entries];
      for (int e = 0; e < entries; e++) {
        rows[e] = e < n - 1 ? e + 1 : random.nextInt(n);
        columns[e] = e < n - 1 ? random.nextInt(e + 1) : random.nextInt(n);
      }
      SymbolicFactor symbolic = SymbolicFactor.of(n, rows, columns);
      factor = new BlockLuFactor(symbolic);
      dense = new double[2 * n][2 * n];
      for (int k = 0; k < n; k++) {
        put(factor.diagonal(), 4 * k, k, k, random, 8);
      }
      for (int e = 0; e < entries; e++) {
        int i = symbolic.position(rows[e]);
        int j = symbolic.position(columns[e]);
        if (i != j && dense[2 * i][2 * j] == 0) {
          int slot = symbolic.slot(i, j);
          put(factor.lower(), 4 * slot, Math.max(i, j), Math.min(i, j), random, 0);
          int upper = factor.upperSlot(slot);
          put(factor.upper(), 4 * upper, Math.min(i, j), Math.max(i, j), random, 0);
        }
      }
      factor.factor();
    }

    private void put(
        double[] values, int o, int row, int column, SplittableRandom random, double shift) {
      for (int u = 0; u < 2; u++) {
        for (int v = 0; v < 2; v++) {
          double value = random.nextDouble(-1, 1) + (u == v ? shift : 0);
          values[o + 2 * u + v] = value;
          dense[2 * row + u][2 * column + v] = value;
        }
      }
    }

    double[] times(double[] x, boolean transposed) {
      double[] b = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          b[i] += (transposed ? dense[j][i] : dense[i][j]) * x[j];
        }
      }
      return b;
    }
  }

  @Test
  void solvesAlsoTransposed() {
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Example example = new Example(random);
      double[] x = random.doubles(2L * example.n, -1, 1).toArray();
      double[] y = example.times(x, false);
      example.factor.solve(y);
      double[] z = example.times(x, true);
      example.factor.solveTransposed(z);
      for (int i = 0; i < x.length; i++) {
        assertEquals(x[i], y[i], 1e-10, "seed " + seed);
        assertEquals(x[i], z[i], 1e-10, "seed " + seed);
      }
    }
  }

  @Test
  void lanesGiveWhatSingleSolvesGive() {
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Example example = new Example(random);
      double[] lanes = random.doubles((long) BlockLuFactor.STRIDE * example.n, -1, 1).toArray();
      double[][] single = new double[Lanes.COUNT][2 * example.n];
      for (int q = 0; q < Lanes.COUNT; q++) {
        for (int u = 0; u < 2 * example.n; u++) {
          single[q][u] = lanes[u / 2 * BlockLuFactor.STRIDE + u % 2 * Lanes.COUNT + q];
        }
        example.factor.solve(single[q]);
      }
      for (int first = 0; first < Lanes.COUNT; first += Lanes.STEP) {
        example.factor.forward(lanes, first);
        example.factor.backward(lanes, first);
      }
      for (int q = 0; q < Lanes.COUNT; q++) {
        for (int u = 0; u < 2 * example.n; u++) {
          double value = lanes[u / 2 * BlockLuFactor.STRIDE + u % 2 * Lanes.COUNT + q];
          assertEquals(single[q][u], value, 1e-11, "seed " + seed);
        }
      }
    }
  }

  @Test
  void aSingularPivotBlockIsReported() {
    BlockLuFactor factor = new BlockLuFactor(SymbolicFactor.of(1, new int[0], new int[0]));
    assertThrows(ArithmeticException.class, factor::factor);
  }
}
