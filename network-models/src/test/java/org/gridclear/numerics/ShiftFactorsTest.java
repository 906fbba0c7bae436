package org.gridclear.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DC flows against a dense solve that shares no code with the sparse one. */
// Rows: H-11
class ShiftFactorsTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"ieee9", "ieee14", "ieee57", "ieee118", "ieee300"})
  void flowsEqualADenseSolveAndRowsAreTheirSensitivities(String name) {
    NetworkIndex index = new NetworkIndex(BuiltInNetworks.read(name));
    boolean[] inService = new boolean[index.branchCount()];
    Arrays.fill(inService, true);
    check(index, inService, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSameHoldsWithBranchesOutAndIslandsApart(long seed) {
    NetworkIndex index = new NetworkIndex(BuiltInNetworks.read("ieee118"));
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] inService = new boolean[index.branchCount()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = random.nextDouble() > 0.25;
    }
    check(index, inService, seed);
  }

  private static void check(NetworkIndex index, boolean[] inService, long seed) {
    ShiftFactors factors = new ShiftFactors(index, inService);
    SplittableRandom random = new SplittableRandom(seed);
    double[] injection = random.doubles(index.busCount(), -100, 100).toArray();
    double[] flows = factors.flowsMw(injection);
    assertArrayEquals(dense(index, inService, factors, injection), flows, 1e-6);
    double[] nothing = factors.flowsMw(new double[index.busCount()]);
    for (int l = 0; l < flows.length; l += 7) {
      double[] row = factors.row(l);
      double sum = nothing[l];
      for (int b = 0; b < row.length; b++) {
        sum += row[b] * injection[b];
      }
      assertEquals(flows[l], sum, TOLERANCE * 1e3, "branch " + l);
    }
  }

  /** Gaussian elimination on the full matrix, one bus per island grounded. */
  private static double[] dense(
      NetworkIndex index, boolean[] inService, ShiftFactors factors, double[] injection) {
    int n = index.busCount();
    double[][] a = new double[n][n + 1];
    Network network = index.network();
    for (int b = 0; b < n; b++) {
      a[b][n] = injection[b];
    }
    for (int l = 0; l < index.branchCount(); l++) {
      if (inService[l]) {
        int i = index.from(l);
        int j = index.to(l);
        double y = network.branches().get(l).susceptancePu();
        double shift = shift(network, l) * y;
        a[i][i] += y;
        a[j][j] += y;
        a[i][j] -= y;
        a[j][i] -= y;
        a[i][n] += shift;
        a[j][n] -= shift;
      }
    }
    for (int i = 0; i < factors.islands().count(); i++) {
      int ground = factors.referenceBus(i);
      Arrays.fill(a[ground], 0);
      a[ground][ground] = 1;
    }
    double[] angle = eliminate(a);
    double[] flow = new double[index.branchCount()];
    for (int l = 0; l < flow.length; l++) {
      if (inService[l]) {
        double y = network.branches().get(l).susceptancePu();
        flow[l] = y * (angle[index.from(l)] - angle[index.to(l)] - shift(network, l));
      }
    }
    return flow;
  }

  private static double shift(Network network, int l) {
    Branch branch = network.branches().get(l);
    return Math.toRadians(branch.shiftDeg()) * network.baseMva();
  }

  private static double[] eliminate(double[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] swap = a[k];
      a[k] = a[pivot];
      a[pivot] = swap;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j <= n && factor != 0; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    double[] x = new double[n];
    for (int k = n - 1; k >= 0; k--) {
      double sum = a[k][n];
      for (int j = k + 1; j < n; j++) {
        sum -= a[k][j] * x[j];
      }
      x[k] = sum / a[k][k];
    }
    return x;
  }
}
