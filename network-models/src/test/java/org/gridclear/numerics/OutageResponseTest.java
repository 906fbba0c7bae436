package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.SmallGrids;
import org.gridclear.network.topology.Islands;
import org.junit.jupiter.api.Test;

/** Flows after outages, and with phase shifts, against flows that are computed anew. */
// Rows: H-11, H-12
class OutageResponseTest {
  private static Branch branch(String id, int from, int to, double x, double ratio, double shift) {
    return new Branch(
        id,
        String.valueOf(from),
        String.valueOf(to),
        BranchKind.TRANSFORMER,
        0,
        x,
        0,
        ratio,
        shift,
        Branch.Ratings.UNLIMITED,
        true);
  }

  private static boolean[] all(NetworkIndex grid) {
    boolean[] on = new boolean[grid.branchCount()];
    Arrays.fill(on, true);
    return on;
  }

  @Test
  void flowsAfterSeveralOutagesAreThoseOfTheGridWithoutTheBranches() {
    int compared = 0;
    int split = 0;
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int buses = 4 + random.nextInt(4);
      NetworkIndex grid = new NetworkIndex(SmallGrids.random(random, buses, 5));
      boolean[] on = all(grid);
      on[random.nextInt(on.length)] = false;
      ShiftFactors factors = new ShiftFactors(grid, on);
      int[] open = random.ints(1 + random.nextInt(4), 0, on.length).toArray();
      boolean[] left = on.clone();
      Arrays.stream(open).forEach(k -> left[k] = false);
      boolean splits = Islands.of(grid, left).count() > Islands.of(grid, on).count();
      var response = OutageResponse.of(grid, factors, open);
      assertEquals(!splits, response.isPresent(), "seed " + seed);
      if (splits) {
        split++;
        continue;
      }
      int[] opened = response.orElseThrow().branches();
      double[] injection = random.doubles(buses, -50, 50).toArray();
      double[] before = factors.flowsMw(injection);
      double[] after = new ShiftFactors(grid, left).flowsMw(injection);
      for (int l = 0; l < on.length; l++) {
        double flow = before[l];
        for (int k = 0; k < opened.length; k++) {
          flow += response.orElseThrow().weights(k)[l] * before[opened[k]];
        }
        assertEquals(after[l], flow, 1e-9, "seed " + seed + " branch " + l);
        compared++;
      }
    }
    assertTrue(compared > 500 && split > 50, compared + " flows, " + split + " that split");
  }

  @Test
  void anOpenBranchLosesItsOwnFlowAndTakesOverNoOthers() {
    NetworkIndex grid =
        new NetworkIndex(
            SmallGrids.of(
                3,
                new int[] {0, 1},
                new int[] {0, 1},
                new int[] {0, 1},
                new int[] {1, 2},
                new int[] {2, 0}));
    var response =
        OutageResponse.of(grid, new ShiftFactors(grid, all(grid)), new int[] {0, 1, 0})
            .orElseThrow();
    assertArrayEquals(new int[] {0, 1}, response.branches());
    // the third parallel line takes 2/3 of a flow from 0 to 1, the way over bus 2 one third
    assertArrayEquals(
        new double[] {-1, 0, 2 / 3.0, -1 / 3.0, -1 / 3.0}, response.weights(0), 1e-12);
    assertArrayEquals(
        new double[] {0, -1, 2 / 3.0, -1 / 3.0, -1 / 3.0}, response.weights(1), 1e-12);
  }

  @Test
  void anOutageOfNothingChangesNothing() {
    NetworkIndex grid = new NetworkIndex(SmallGrids.of(2, new int[] {0, 1}, new int[] {1, 1}));
    boolean[] on = {false, true};
    ShiftFactors factors = new ShiftFactors(grid, on);
    var response = OutageResponse.of(grid, factors, new int[] {0, 1}).orElseThrow();
    assertEquals(0, response.branches().length);
    assertTrue(new OutageFactors(grid, factors).of(0).isEmpty());
    assertTrue(new OutageFactors(grid, factors).of(1).isEmpty());
  }

  @Test
  void aPhaseShiftDrivesAFlowRoundItsLoop() {
    // a loop of x = 0.1 + 0.2 + 0.1·1.25 with a shift of 3°: a flow of 100 MW · 0.05236 / 0.425
    Network loop =
        SmallGrids.of(
            3,
            List.of(
                branch("a", 0, 1, 0.1, 1, 0),
                branch("b", 1, 2, 0.2, 1, 0),
                branch("c", 2, 0, 0.1, 1.25, 3)));
    NetworkIndex grid = new NetworkIndex(loop);
    ShiftFactors factors = new ShiftFactors(grid, all(grid));
    double round = -100 * Math.toRadians(3) / 0.425;
    assertArrayEquals(new double[] {round, round, round}, factors.flowsMw(new double[3]), 1e-9);
    // and 10 MW from bus 2 to bus 0: 0.3 / 0.425 of it over the transformer
    assertArrayEquals(
        new double[] {
          round - 10 * 0.125 / 0.425, round - 10 * 0.125 / 0.425, round + 10 * 0.3 / 0.425
        },
        factors.flowsMw(new double[] {-10, 0, 10}),
        1e-9);
  }

  @Test
  void aShiftOfABranchThatIsOutDrivesNothing() {
    Network loop =
        SmallGrids.of(2, List.of(branch("a", 0, 1, 0.1, 1, 0), branch("b", 0, 1, 0.2, 1, 5)));
    NetworkIndex grid = new NetworkIndex(loop);
    ShiftFactors factors = new ShiftFactors(grid, new boolean[] {true, false});
    assertArrayEquals(new double[] {-7, 0}, factors.flowsMw(new double[] {-7, 7}), 1e-9);
    assertTrue(factors.inService(0));
    assertTrue(!factors.inService(1));
  }

  @Test
  void reactancesThatCancelAreRefusedWithTheirBus() {
    Network cancels =
        SmallGrids.of(
            3,
            List.of(
                branch("a", 0, 1, 0.1, 1, 0),
                branch("b", 1, 2, 0.2, 1, 0),
                branch("c", 2, 1, -0.2, 1, 0)));
    NetworkIndex grid = new NetworkIndex(cancels);
    ArithmeticException refused =
        assertThrows(ArithmeticException.class, () -> new ShiftFactors(grid, all(grid)));
    assertEquals(
        "The DC power flow has no solution: the susceptances of the branches at bus 2, and of the"
            + " buses behind it, vanish or cancel. Check x of the branches there.",
        refused.getMessage());
  }

  // Columns with few non-zeros, which outages are made of.

  private static LdlFactor factor(SplittableRandom random, int n) {
    int count = 2 * n;
    int[] row = random.ints(count, 0, n).toArray();
    int[] column = Arrays.stream(row).map(i -> (i + 1 + random.nextInt(n - 1)) % n).toArray();
    double[] value = random.doubles(count, -0.5, 0.5).toArray();
    return LdlFactor.of(n, row, column, value, random.doubles(n, 5, 9).toArray());
  }

  /** A right-hand side in the matrix's own numbering from one by position. */
  private static double[] unit(LdlFactor factor, int n, int[] positions, double[] values) {
    double[] x = new double[n];
    for (int k = 0; k < positions.length; k++) {
      x[factor.symbolic().row(positions[k])] += values[k];
    }
    return x;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Test
  void productsOfSparseColumnsAreThoseOfWholeSolves() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 2 + random.nextInt(120);
      LdlFactor factor = factor(random, n);
      int[] p = {random.nextInt(n), random.nextInt(n)};
      int[] q = {random.nextInt(n), random.nextInt(n)};
      double[] pv = {random.nextDouble(), random.nextDouble()};
      double[] qv = {random.nextDouble(), random.nextDouble()};
      SparseColumn x = factor.eliminate(p[0], pv[0], p[1], pv[1], new SparseColumn(n));
      SparseColumn z = factor.eliminate(q[0], qv[0], q[1], qv[1], new SparseColumn(n));
      double expected = dot(unit(factor, n, p, pv), factor.solve(unit(factor, n, q, qv)));
      assertEquals(expected, x.dot(z, factor), 1e-12, "seed " + seed);
      assertEquals(expected, z.dot(x, factor), 1e-12, "seed " + seed); // nothing is left behind
      double[] lanes = new double[n * LdlFactor.LANES];
      z.addTo(lanes, 5, 2);
      z.addTo(lanes, 5, 1);
      assertEquals(3 * expected, x.dot(lanes, 5, factor), 1e-12, "seed " + seed);
      assertEquals(0, x.dot(lanes, 4, factor));
      for (int m = 1; m < x.length(); m++) {
        assertTrue(x.position(m - 1) < x.position(m));
      }
    }
  }

  @Test
  void aColumnWithOneNonZeroHasNoSecond() {
    LdlFactor factor = factor(new SplittableRandom(3), 20);
    SparseColumn one = factor.eliminate(4, 2, -1, 99, new SparseColumn(20));
    double[] b = new double[20];
    b[4] = 2;
    factor.eliminateInPlace(b);
    double[] dense = new double[20];
    for (int m = 0; m < one.length(); m++) {
      dense[one.position(m)] = one.value(m);
    }
    assertArrayEquals(b, dense, 1e-15);
  }

  @Test
  void solvesOfEightLanesAreEightSolves() {
    SplittableRandom random = new SplittableRandom(11);
    int n = 40;
    LdlFactor factor = factor(random, n);
    double[] lanes = new double[n * LdlFactor.LANES];
    double[][] alone = new double[LdlFactor.LANES][];
    for (int lane = 0; lane < LdlFactor.LANES; lane++) {
      double[] b = random.doubles(n, -1, 1).toArray();
      alone[lane] = b.clone();
      factor.solveInPlace(alone[lane]);
      factor.eliminateInPlace(b);
      for (int k = 0; k < n; k++) {
        lanes[k * LdlFactor.LANES + lane] = b[k];
      }
    }
    int[] descending = new int[n];
    Arrays.setAll(descending, k -> n - 1 - k);
    factor.backwardLanes(lanes, descending);
    for (int k = 0; k < n; k++) {
      for (int lane = 0; lane < LdlFactor.LANES; lane++) {
        assertEquals(alone[lane][k], lanes[k * LdlFactor.LANES + lane], 1e-13);
      }
    }
  }

  @Test
  void entriesOnTheDiagonalAddToIt() {
    // 4 + 1 on the diagonal of row 0: 5 x = 10
    double[] x =
        LdlFactor.of(
                2, new int[] {0, 1}, new int[] {0, 0}, new double[] {1, 0}, new double[] {4, 2})
            .solve(new double[] {10, 6});
    assertArrayEquals(new double[] {2, 3}, x, 1e-15);
  }

  @Test
  void aPivotThatVanishesIsNamedByItsRow() {
    SingularMatrixException singular =
        assertThrows(
            SingularMatrixException.class,
            () ->
                LdlFactor.of(
                    3, new int[] {0}, new int[] {1}, new double[] {0.5}, new double[] {5, 5, 0}));
    assertEquals(2, singular.row());
  }
}
