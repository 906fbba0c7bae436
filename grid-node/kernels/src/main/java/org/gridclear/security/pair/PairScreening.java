package org.gridclear.security.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;
import org.gridclear.solver.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Screens all pairs of branch outages in DC and lists every overload that a pair brings. After both
 * outages k and m the flow of branch l is
 *
 * <p>{@code f + b (t_lk c_k + t_lm c_m)}, {@code (I − Φ) c = f_km}, {@code Φ_km = b_k t_km},
 *
 * <p>t the transfer between branches in the intact network: two columns of it and the solution of
 * two equations are enough for any pair. Most pairs are known to be harmless from bounds ({@link
 * LoadingBounds}); only what these leave is computed. A function of its arguments.
 */
public final class PairScreening {
  /** Angles of two tiles of outages that are held at a time, at most. */
  private static final int TILE_NUMBERS = 10_000_000;

  private static final int TILE_MAX = 1024;
  private static final int TILE_MIN = 32;

  /** A determinant of the two equations below this has no solution worth the name. */
  private static final double SINGULAR = 1e-9;

  private final PowerFlowModel model;
  private final Monitored monitored;
  private final double worsened;
  private final CycleLabels labels;
  private final BranchColumns columns;
  private final int[] branches;
  private final LoadingBounds bounds;
  private final long[] label;
  private final int[] from;
  private final int[] to;
  private final double[] susceptance;
  private final double[] own;
  private final double[] flow;
  private final double[] scale;
  private final double[] baseLoading;
  private final List<CutOff> cutPairs = new ArrayList<>();
  private final List<int[]> unsolved = new ArrayList<>();
  private final List<PairOverload> overloads = new ArrayList<>();
  private long evaluated;
  private double flowFirst;
  private double flowSecond;

  private PairScreening(
      DcPowerFlow base, Monitored monitored, CycleLabels labels, int[] branches, double worsened) {
    this.model = base.model();
    this.monitored = monitored;
    this.worsened = worsened;
    this.labels = labels;
    this.columns = new BranchColumns(base);
    this.branches = branches;
    this.bounds = new LoadingBounds(base, monitored, branches.length, worsened);
    this.label = Arrays.stream(branches).mapToLong(labels::label).toArray();
    this.from = Arrays.stream(branches).map(model::from).toArray();
    this.to = Arrays.stream(branches).map(model::to).toArray();
    this.susceptance = Arrays.stream(branches).mapToDouble(l -> base.susceptance()[l]).toArray();
    this.own = new double[branches.length];
    this.flow = Arrays.stream(branches).mapToDouble(base::flowPu).toArray();
    this.scale = new double[monitored.rows()];
    this.baseLoading = new double[monitored.rows()];
    for (int m = 0; m < scale.length; m++) {
      int l = monitored.branch[m];
      scale[m] = base.susceptance()[l] / monitored.limitPu[m];
      baseLoading[m] = base.flowPu(l) / monitored.limitPu[m];
    }
  }

  /**
   * Screens pairs at an operating point, with the limits and the share of the slack of N-1.
   *
   * @param watched per device, whether its limit is checked; null for all
   * @param outages branches that fail, by number
   * @throws ArithmeticException if the intact grid has no solution
   */
  public static PairResult screen(
      NetworkStructure structure,
      OperatingPoint point,
      ScreeningOptions options,
      boolean @Nullable [] watched,
      int[] outages) {
    PowerFlowModel model = new PowerFlowModel(structure, point);
    return screen(
        new DcPowerFlow(model, options.baseSharing()),
        new Monitored(model, options, watched),
        outages,
        options.worsenedShare(),
        Deadline.never());
  }

  /**
   * Screens pairs.
   *
   * @param base the intact grid, solved
   * @param monitored branches whose limits are checked; flowgates and voltages are not
   * @param outages branches that fail, by number; those out of service are left out
   * @param worsened rise, as a share of the limit, by which a pair makes worse what is overloaded
   *     in the intact grid or after one of its outages
   * @param cancelled asked from time to time
   * @return what the pairs do; of no use if it was cancelled
   */
  public static PairResult screen(
      DcPowerFlow base, Monitored monitored, int[] outages, double worsened, Deadline cancelled) {
    PowerFlowModel model = base.model();
    int[] inService =
        Arrays.stream(outages)
            .filter(l -> model.branchOn()[l] && model.alive(model.from(l)))
            .sorted()
            .distinct()
            .toArray();
    CycleLabels labels = new CycleLabels(model);
    List<CutOff> bridges = new ArrayList<>();
    for (int l : inService) {
      if (labels.label(l) == 0) {
        bridges.add(labels.cutOff(l, -1));
      }
    }
    int[] meshed = Arrays.stream(inService).filter(l -> labels.label(l) != 0).toArray();
    PairScreening work = new PairScreening(base, monitored, labels, meshed, worsened);
    long screened = work.run(cancelled);
    return new PairResult(
        inService.length,
        pairs(inService.length),
        bridges,
        pairs(inService.length) - pairs(meshed.length),
        work.cutPairs,
        work.unsolved,
        screened,
        work.sorted(),
        work.evaluated);
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }

  private List<PairOverload> sorted() {
    overloads.sort(
        Comparator.comparingInt(PairOverload::first)
            .thenComparingInt(PairOverload::second)
            .thenComparingInt(PairOverload::branch));
    return overloads;
  }

  private long run(Deadline cancelled) {
    findCuts();
    int tile = Math.max(TILE_MIN, Math.min(TILE_MAX, TILE_NUMBERS / model.size()));
    tile = Math.min(tile, branches.length);
    double[][] first = new double[tile][model.size()];
    double[][] second = new double[tile][model.size()];
    for (int k = 0; k < branches.length && !cancelled.passed(); k += tile) {
      int end = Math.min(branches.length, k + tile);
      columns.of(branches, k, end, first);
      for (int o = k; o < end; o++) {
        own[o] = transfer(first[o - k], o);
        bounds.take(o, branches[o], first[o - k]);
      }
    }
    long left = pairs(branches.length) - cutPairs.size();
    for (int k = 0; k < branches.length; k += tile) {
      int end = Math.min(branches.length, k + tile);
      columns.of(branches, k, end, first);
      for (int m = k; m < branches.length && !cancelled.passed(); m += tile) {
        int stop = Math.min(branches.length, m + tile);
        if (m > k) {
          columns.of(branches, m, stop, second);
        }
        tile(first, k, end, m > k ? second : first, m, stop);
      }
    }
    return left - unsolved.size();
  }

  /** Pairs of equal labels. */
  private void findCuts() {
    Map<Long, List<Integer>> equal = new HashMap<>();
    for (int l : branches) {
      List<Integer> others = equal.computeIfAbsent(labels.label(l), key -> new ArrayList<>());
      others.forEach(other -> cutPairs.add(labels.cutOff(other, l)));
      others.add(l);
    }
    cutPairs.sort(Comparator.comparingInt(CutOff::first).thenComparingInt(CutOff::second));
  }

  private double transfer(double[] angles, int outage) {
    return angles[from[outage]] - angles[to[outage]];
  }

  private void tile(double[][] x, int begin, int end, double[][] y, int start, int stop) {
    for (int k = begin; k < end; k++) {
      double[] ofFirst = x[k - begin];
      for (int m = Math.max(k + 1, start); m < stop; m++) {
        if (label[k] != label[m] && solve(k, m, transfer(ofFirst, m))) {
          pair(k, m, ofFirst, y[m - start]);
        }
      }
    }
  }

  /** Finds what the ends of both branches must put back; whether there is a solution. */
  private boolean solve(int k, int m, double mutual) {
    double first = susceptance[k];
    double second = susceptance[m];
    double restFirst = 1 - first * own[k];
    double restSecond = 1 - second * own[m];
    double determinant = restFirst * restSecond - first * mutual * (second * mutual);
    if (!(Math.abs(determinant) > SINGULAR)) {
      unsolved.add(new int[] {branches[k], branches[m]});
      return false;
    }
    flowFirst = (restSecond * flow[k] + first * mutual * flow[m]) / determinant;
    flowSecond = (restFirst * flow[m] + second * mutual * flow[k]) / determinant;
    return true;
  }

  private void pair(int k, int m, double[] x, double[] y) {
    float a = (float) Math.abs(flowFirst);
    float b = (float) Math.abs(flowSecond);
    if (bounds.greatest[k] * a + bounds.greatest[m] * b < LoadingBounds.SURE) {
      return;
    }
    float[] groupFirst = bounds.ofGroup[k];
    float[] groupSecond = bounds.ofGroup[m];
    float[] blockFirst = bounds.ofBlock[k];
    float[] blockSecond = bounds.ofBlock[m];
    for (int group = 0; group < bounds.groups; group++) {
      if (groupFirst[group] * a + groupSecond[group] * b < LoadingBounds.SURE) {
        continue;
      }
      int end = Math.min(bounds.blocks, (group + 1) * LoadingBounds.GROUP);
      for (int block = group * LoadingBounds.GROUP; block < end; block++) {
        if (!(blockFirst[block] * a + blockSecond[block] * b < LoadingBounds.SURE)) {
          rows(k, m, x, y, block);
        }
      }
    }
  }

  private void rows(int k, int m, double[] x, double[] y, int block) {
    int end = Math.min(scale.length, (block + 1) * LoadingBounds.BLOCK);
    for (int row = block * LoadingBounds.BLOCK; row < end; row++) {
      int i = monitored.from[row];
      int j = monitored.to[row];
      double change = (x[i] - x[j]) * flowFirst + (y[i] - y[j]) * flowSecond;
      if (Math.abs(baseLoading[row] + scale[row] * change) > 1) {
        overload(k, m, row, x[i] - x[j], y[i] - y[j]);
      }
    }
    evaluated += end - block * LoadingBounds.BLOCK;
  }

  /** Lists an overload unless it is one of the intact grid or of one outage, and no worse. */
  private void overload(int k, int m, int row, double first, double second) {
    int l = monitored.branch[row];
    if (l == branches[k] || l == branches[m]) {
      return;
    }
    double change = first * flowFirst + second * flowSecond;
    double loading = Math.abs(baseLoading[row] + scale[row] * change);
    double before =
        Math.max(Math.abs(baseLoading[row]), Math.max(alone(k, row, first), alone(m, row, second)));
    if (before <= 1 || loading >= before + worsened) {
      overloads.add(new PairOverload(branches[k], branches[m], l, before <= 1, before, loading));
    }
  }

  /** Loading after one outage; 0 where it has no solution alone. */
  private double alone(int outage, int row, double transfer) {
    double rest = 1 - susceptance[outage] * own[outage];
    return Math.abs(rest) > SINGULAR
        ? Math.abs(baseLoading[row] + scale[row] * transfer * flow[outage] / rest)
        : 0;
  }
}
