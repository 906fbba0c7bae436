package org.gridclear.clearing.search;

import java.util.Arrays;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Solution;

/**
 * What it costs at least to change a status of the relaxation, by its reduced costs: {@code cost ≥
 * LP + Σ_j d_j·(y_j − x_j)} for every schedule {@code y}, and a changed status belongs to a run of
 * periods that is as long as its minimum time and has a start and a stop. Runs that reach an end of
 * the horizon may be shorter and need none there. Model (51).
 */
public final class ReducedCostBounds {
  private final ClearingModel model;
  private final Solution relaxed;

  private ReducedCostBounds(ClearingModel model, Solution relaxed) {
    this.model = model;
    this.relaxed = relaxed;
  }

  /**
   * A schedule in which the unit's status in the period is not that of the relaxation costs more
   * than the relaxation by at least this, in yuan; {@code [unit][period]}.
   *
   * @param relaxed optimum of the relaxation, with duals
   */
  static double[][] yuan(ClearingModel model, Solution relaxed) {
    ReducedCostBounds costs = new ReducedCostBounds(model, relaxed);
    double[][] yuan = new double[model.statusColumns().length][];
    for (int g = 0; g < yuan.length; g++) {
      yuan[g] = costs.ofUnit(g);
    }
    return yuan;
  }

  private double[] ofUnit(int g) {
    int[] status = model.statusColumns()[g];
    int[] start = model.startColumns()[g];
    int[] stop = model.stopColumns()[g];
    double[] toOn = runs(raised(status, 1), raised(start, 1), raised(stop, 1), model.upPeriods(g));
    double[] toOff =
        runs(raised(status, -1), raised(stop, 1), raised(start, 1), model.downPeriods(g));
    double[] yuan = new double[status.length];
    for (int t = 0; t < yuan.length; t++) {
      yuan[t] = relaxed.columns()[status[t]] < 0.5 ? toOn[t] : toOff[t];
    }
    return yuan;
  }

  /**
   * What each column costs that goes from 0 up (sign 1) or from 1 down (−1); nothing where it is
   * there already, as data may hold it against its price.
   */
  private double[] raised(int[] columns, int sign) {
    return Arrays.stream(columns)
        .mapToDouble(
            column -> {
              boolean there = relaxed.columns()[column] > 0.5 == sign > 0;
              return there ? 0 : Math.max(0, sign * relaxed.columnDuals()[column]);
            })
        .toArray();
  }

  /**
   * Per period, the least cost of a run of periods around it.
   *
   * @param each cost of a period in the run
   * @param enter cost of a run that begins in a period
   * @param leave cost of a run that ended just before a period
   * @param least periods of a run that ends within the horizon
   */
  private static double[] runs(double[] each, double[] enter, double[] leave, int least) {
    int n = each.length;
    double[] cost = new double[n];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    double[] before = new double[n + 1];
    for (int t = 0; t < n; t++) {
      before[t + 1] = before[t] + each[t];
    }
    for (int from = 0; from < n; from++) {
      double begun = from == 0 ? 0 : enter[from];
      double cheapest = Double.POSITIVE_INFINITY;
      for (int to = n; to > from; to--) {
        if (to == n || from == 0 || to - from >= least) {
          double left = to == n ? 0 : leave[to];
          cheapest = Math.min(cheapest, begun + before[to] - before[from] + left);
        }
        cost[to - 1] = Math.min(cost[to - 1], cheapest);
      }
    }
    return cost;
  }

  /**
   * The least that a schedule with given statuses costs, by the costs of what the relaxation would
   * have otherwise.
   */
  public static double leastYuan(ClearingModel model, Solution relaxed, boolean[][] on) {
    double yuan = relaxed.objective();
    int[][] columns = model.statusColumns();
    for (int g = 0; g < columns.length && relaxed.columnDuals().length > 0; g++) {
      for (int t = 0; t < columns[g].length; t++) {
        double change = (on[g][t] ? 1 : 0) - relaxed.columns()[columns[g][t]];
        yuan += Math.max(0, relaxed.columnDuals()[columns[g][t]] * change);
      }
    }
    return yuan;
  }
}
