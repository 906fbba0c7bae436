package org.gridclear.clearing.flow;

import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.DeadIslands;
import org.gridclear.network.Bus;

/**
 * The rule for prices where several are optimal: where load stands exactly at a step of an offer,
 * all of something is used up, or limits meet. A price is then what the next MWh costs (D-06): load
 * grows at every bus, in proportion to it, by a MW a bus of the island on average; what that leaves
 * open is told apart by a hundredth of a MW, more or less by a number made of the bus's id and the
 * period, at every bus, and of a requirement's index, at every requirement of reserve. At a bus
 * whose load is all shed nothing more can be shed, and load gives way by that hundredth, as it does
 * in a dead island ({@link DeadIslands}): where it grew, no step would be possible anywhere.
 */
public final class PriceRule {
  private static final double APART_MW = 0.01;
  private static final double SHED_ALL_MW = 1e-6;

  private final ClearingModel model;
  private final ClearingGrid grid;
  private final double[][] loadStepMw;

  /** The rule at a point of a model. */
  public PriceRule(ClearingModel model, ClearingGrid grid, double[] x) {
    this.model = model;
    this.grid = grid;
    this.loadStepMw = new double[model.periodCount()][];
    DeadIslands dead = DeadIslands.at(model, grid, x);
    for (int t = 0; t < loadStepMw.length; t++) {
      loadStepMw[t] = loadStepsMw(t, x, dead);
    }
  }

  private double[] loadStepsMw(int t, double[] x, DeadIslands dead) {
    int buses = grid.index().busCount();
    double[] loadMw = new double[grid.islandCount(t)];
    int[] busCount = new int[loadMw.length];
    for (int b = 0; b < buses; b++) {
      loadMw[grid.island(t, b)] += Math.max(0, grid.loadMw(b, t));
      busCount[grid.island(t, b)]++;
    }
    double[] stepMw = new double[buses];
    for (int b = 0; b < buses; b++) {
      int island = grid.island(t, b);
      Bus bus = grid.index().network().buses().get(b);
      double apart = APART_MW * apart(bus.id().hashCode(), t);
      double load = Math.max(0, grid.loadMw(b, t));
      int shed = model.shedColumns()[b][t];
      boolean shedAll = shed >= 0 && x[shed] > model.linear().columnUpper(shed) - SHED_ALL_MW;
      if (shedAll || dead.is(t, island)) {
        stepMw[b] = -apart;
      } else {
        double share = loadMw[island] > 0 ? load / loadMw[island] : 1.0 / busCount[island];
        stepMw[b] = apart + busCount[island] * share;
      }
    }
    return stepMw;
  }

  /** A number from 0.5 to 1.5 that depends on an identity and a period alone. */
  private static double apart(int identity, int t) {
    long mixed = (identity * 0x9E3779B97F4A7C15L) ^ ((t + 1) * 0xC2B2AE3D27D4EB4FL);
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    return 0.5 + (mixed & 0xFFFFF) / (double) 0x100000;
  }

  /**
   * By how much the bounds of rows move.
   *
   * @param sign 1 for the next MWh, −1 for the last one
   * @param requirementCount requirements of reserve of the day
   */
  public double[] rowSteps(FlowRows flowRows, int rowCount, int requirementCount, int sign) {
    double[] steps = new double[rowCount];
    for (int t = 0; t < loadStepMw.length; t++) {
      for (int b = 0; b < loadStepMw[t].length; b++) {
        steps[model.balanceRow().at(t, grid.island(t, b))] += loadStepMw[t][b];
      }
      for (int r = 0; r < requirementCount; r++) {
        int row = model.reserveRow().at(r, t);
        if (row >= 0) {
          steps[row] = APART_MW * apart(r, t);
        }
      }
    }
    for (FlowRows.Row row : flowRows.rows()) {
      steps[row.row()] = product(row.factors(), loadStepMw[row.period()]);
    }
    flowRows.losses().addSteps(steps, loadStepMw);
    for (int i = 0; i < rowCount && sign < 0; i++) {
      steps[i] = -steps[i];
    }
    return steps;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
