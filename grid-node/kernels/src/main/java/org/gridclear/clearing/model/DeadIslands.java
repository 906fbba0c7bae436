package org.gridclear.clearing.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Islands without load in which nothing that runs can give another MWh, by period: an isolated bus,
 * a part of the grid whose units are off. There the next MWh could not be served, and it would be
 * missing at the penalty of the balance.
 */
public final class DeadIslands {
  private static final double ROOM_MW = 1e-6;

  private final boolean[][] dead;

  private DeadIslands(boolean[][] dead) {
    this.dead = dead;
  }

  /** The dead islands at a point of a model. */
  public static DeadIslands at(ClearingModel model, ClearingGrid grid, double[] x) {
    boolean[][] dead = new boolean[model.periodCount()][];
    for (int t = 0; t < dead.length; t++) {
      dead[t] = new boolean[grid.islandCount(t)];
      Arrays.fill(dead[t], true);
      for (int b = 0; b < grid.index().busCount(); b++) {
        dead[t][grid.island(t, b)] &= !(grid.loadMw(b, t) > 0) && model.shedColumns()[b][t] < 0;
      }
    }
    BitSet still = still(model, x);
    for (ClearingModel.InjectionColumn injection : model.injections()) {
      if (gives(model, injection, x, still)) {
        dead[injection.period()][grid.island(injection.period(), injection.bus())] = false;
      }
    }
    return new DeadIslands(dead);
  }

  /** Whether an island is dead in a period. */
  public boolean is(int t, int island) {
    return dead[t][island];
  }

  /** Columns that rise no more: slacks, outputs of units that are off, and full HVDC lines. */
  private static BitSet still(ClearingModel model, double[] x) {
    BitSet still = new BitSet(x.length);
    model.slacks().forEach(slack -> still.set(slack.column()));
    for (ClearingModel.Hvdc line : model.hvdc()) {
      for (int t = 0; t < model.periodCount(); t++) {
        double mw = x[line.forward()[t]] - x[line.backward()[t]];
        still.set(line.forward()[t], mw > line.schedule().maxMw().at(t) - ROOM_MW);
        still.set(line.backward()[t], mw < line.schedule().minMw().at(t) + ROOM_MW);
      }
    }
    int[][] status = model.statusColumns();
    for (int g = 0; g < status.length; g++) {
      for (int t = 0; t < status[g].length; t++) {
        if (x[status[g][t]] < 0.5) {
          still.set(model.above().at(g, t));
          model.outputParts(g, t).forEach(part -> still.set(part.column()));
        }
      }
    }
    return still;
  }

  /** Whether more can come of a column, or less be drawn by it. */
  private static boolean gives(
      ClearingModel model, ClearingModel.InjectionColumn injection, double[] x, BitSet still) {
    int column = injection.column();
    return injection.mwPerUnit() > 0
        ? !still.get(column) && x[column] < model.linear().columnUpper(column) - ROOM_MW
        : x[column] > model.linear().columnLower(column) + ROOM_MW;
  }
}
