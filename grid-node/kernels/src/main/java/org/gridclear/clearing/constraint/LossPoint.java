package org.gridclear.clearing.constraint;

import java.util.Arrays;
import org.gridclear.network.Branch;
import org.gridclear.sensitivity.ShiftFactors;

/**
 * Losses linearised around injections P⁰ (EQ-01; Litvinov et al. 2004): {@code Loss ≈ ℓ + Σ_b
 * LF_b·P_b}, taken at the buses in the shares D of load. Losses of a branch are {@code r·f²}, f the
 * DC flow. One island carries its own losses.
 *
 * @param factor per period and bus, the marginal loss factor against the distributed reference D
 * @param offsetMw per period and island, ℓ
 * @param share per period and bus, D: adds up to 1 in every island
 * @param lossMw per period, the losses at P⁰
 */
public record LossPoint(double[][] factor, double[][] offsetMw, double[][] share, double[] lossMw) {

  /** A grid without losses. */
  public static LossPoint none(ClearingGrid grid, int periodCount) {
    double[][] zero = new double[periodCount][grid.index().busCount()];
    double[][] offset = new double[periodCount][];
    for (int t = 0; t < periodCount; t++) {
      offset[t] = new double[grid.islandCount(t)];
    }
    return new LossPoint(zero, offset, zero, new double[periodCount]);
  }

  /**
   * Linearises around a dispatch.
   *
   * @param decidedMw per period and bus, what the clearing decided to inject
   * @param before the linearisation that the dispatch was found with
   */
  static LossPoint at(ClearingGrid grid, double[][] decidedMw, LossPoint before) {
    int periods = decidedMw.length;
    LossPoint point =
        new LossPoint(
            new double[periods][],
            new double[periods][],
            new double[periods][],
            new double[periods]);
    for (int t = 0; t < periods; t++) {
      point.fill(grid, t, decidedMw[t], before);
    }
    return point;
  }

  private void fill(ClearingGrid grid, int t, double[] decidedMw, LossPoint before) {
    int buses = grid.index().busCount();
    ShiftFactors factors = grid.shiftFactors(t);
    share[t] = shares(grid, t);
    double[] flow = grid.flowsMw(t, decidedMw, before);
    double base = grid.index().network().baseMva();
    double[] slope = new double[flow.length];
    double[] lossOfIsland = new double[grid.islandCount(t)];
    for (int l = 0; l < flow.length; l++) {
      Branch branch = grid.index().network().branches().get(l);
      slope[l] = 2 * branch.rPu() * flow[l] / base;
      double loss = branch.rPu() * flow[l] * flow[l] / base;
      lossOfIsland[grid.island(t, grid.index().from(l))] += factors.inService(l) ? loss : 0;
    }
    double[] row = factors.row(slope);
    double[] mean = new double[lossOfIsland.length];
    for (int b = 0; b < buses; b++) {
      mean[grid.island(t, b)] += share[t][b] * row[b];
    }
    offsetMw[t] = lossOfIsland.clone();
    factor[t] = new double[buses];
    for (int b = 0; b < buses; b++) {
      factor[t][b] = row[b] - mean[grid.island(t, b)];
      double injection = decidedMw[b] + grid.fixedInjectionMw(b, t);
      offsetMw[t][grid.island(t, b)] -= factor[t][b] * injection;
    }
    lossMw[t] = Arrays.stream(lossOfIsland).sum();
  }

  /** Shares of load; equal shares where an island has none. */
  static double[] shares(ClearingGrid grid, int t) {
    int buses = grid.index().busCount();
    double[] sum = new double[grid.islandCount(t)];
    int[] count = new int[sum.length];
    for (int b = 0; b < buses; b++) {
      sum[grid.island(t, b)] += Math.max(0, grid.loadMw(b, t));
      count[grid.island(t, b)]++;
    }
    double[] share = new double[buses];
    for (int b = 0; b < buses; b++) {
      int island = grid.island(t, b);
      share[b] =
          sum[island] > 0 ? Math.max(0, grid.loadMw(b, t)) / sum[island] : 1.0 / count[island];
    }
    return share;
  }

  /** Losses of an island at given injections, in MW. */
  double lossMw(ClearingGrid grid, int t, int island, double[] injectionMw) {
    double loss = offsetMw[t][island];
    for (int b = 0; b < injectionMw.length; b++) {
      if (grid.island(t, b) == island) {
        loss += factor[t][b] * injectionMw[b];
      }
    }
    return loss;
  }
}
