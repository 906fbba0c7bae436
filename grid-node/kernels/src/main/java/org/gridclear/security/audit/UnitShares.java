package org.gridclear.security.audit;

import org.gridclear.security.input.PowerFlowOptions.Sharing;

/** Shares power among the running units of an island, one by one. */
final class UnitShares {
  /** Power beyond all room that is let pass, as a share of the base. */
  private static final double MISSING_MIN_PU = 1e-6;

  /** Room of a unit without a limit. */
  static final double ROOM_MAX_MW = 1e6;

  private UnitShares() {}

  /**
   * Adds what is missing to the outputs.
   *
   * @param missingMw what generation must rise by
   * @param before outputs from which room counts
   * @param into outputs that are added to
   * @return what goes beyond the room of those that take it, with the sign of what is missing
   */
  static double share(
      GridLeft grid, int island, double missingMw, Sharing how, double[] before, double[] into) {
    double[] weight = new double[before.length];
    double sum = 0;
    for (int g = 0; g < weight.length; g++) {
      if (grid.runs(g) && grid.island(grid.busOf(g)) == island) {
        weight[g] =
            switch (how) {
              case REFERENCE -> 0;
              case HEADROOM -> room(grid, g, before[g], missingMw > 0);
              case LISTED -> grid.generator(g).participation();
            };
        sum += weight[g];
      }
    }
    double scale = grid.baseMva();
    boolean byReference = sum <= 1e-9 * (how == Sharing.LISTED ? 1 : scale);
    double beyond = 0;
    double atReference = 0;
    int first = -1;
    for (int g = 0; g < weight.length; g++) {
      boolean in = grid.runs(g) && grid.island(grid.busOf(g)) == island;
      if (in && byReference && grid.busOf(g) == grid.reference(island)) {
        first = first < 0 ? g : first;
        atReference += room(grid, g, before[g], missingMw > 0);
      } else if (in && !byReference) {
        double taken = missingMw * weight[g] / sum;
        into[g] += taken;
        beyond += Math.max(0, Math.abs(taken) - room(grid, g, before[g], missingMw > 0));
      }
    }
    if (first >= 0) {
      into[first] += missingMw;
      beyond = Math.max(0, Math.abs(missingMw) - atReference);
    }
    return beyond > MISSING_MIN_PU * scale ? Math.copySign(beyond, missingMw) : 0;
  }

  private static double room(GridLeft grid, int g, double mw, boolean up) {
    return Math.min(ROOM_MAX_MW, Math.max(0, up ? grid.mostMw(g) - mw : mw - grid.leastMw(g)));
  }
}
