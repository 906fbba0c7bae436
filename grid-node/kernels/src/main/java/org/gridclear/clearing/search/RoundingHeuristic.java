package org.gridclear.clearing.search;

import org.gridclear.clearing.model.ClearingModel;

/**
 * A commitment from the relaxation without any search: a status is on from a threshold, and then
 * off-times and on-times that are shorter than the unit's minimum are filled up with running time.
 * More is on than need be, never less, so that what the relaxation serves is mostly served.
 */
final class RoundingHeuristic {
  /** A status of the relaxation from here on is taken as on: docs/decisions/006. */
  static final double THRESHOLD = 0.1;

  private final ClearingModel model;

  RoundingHeuristic(ClearingModel model) {
    this.model = model;
  }

  /**
   * Whole statuses of every unit and period.
   *
   * @param x columns of the relaxation
   * @param threshold the least status that counts as on
   */
  boolean[][] round(double[] x, double threshold) {
    int[][] statuses = model.statusColumns();
    boolean[][] on = new boolean[statuses.length][];
    for (int g = 0; g < statuses.length; g++) {
      on[g] = new boolean[statuses[g].length];
      for (int t = 0; t < on[g].length; t++) {
        on[g][t] = x[statuses[g][t]] >= threshold;
      }
      fill(on[g], model.upPeriods(g), model.downPeriods(g));
    }
    return on;
  }

  /** Closes gaps that are too short, then prolongs runs that are too short, then gaps again. */
  static void fill(boolean[] on, int upPeriods, int downPeriods) {
    closeGaps(on, downPeriods);
    int t = 0;
    while (t < on.length) {
      int end = endOfRun(on, t);
      if (on[t] && t > 0 && end - t < upPeriods) {
        for (int i = end; i < Math.min(on.length, t + upPeriods); i++) {
          on[i] = true;
        }
        end = endOfRun(on, t);
      }
      t = end;
    }
    closeGaps(on, downPeriods);
  }

  private static void closeGaps(boolean[] on, int downPeriods) {
    int t = endOfRun(on, 0);
    while (t < on.length) {
      int end = endOfRun(on, t);
      if (!on[t] && end < on.length && end - t < downPeriods) {
        for (int i = t; i < end; i++) {
          on[i] = true;
        }
      }
      t = end;
    }
  }

  static int endOfRun(boolean[] on, int from) {
    int end = from;
    while (end < on.length && on[end] == on[from]) {
      end++;
    }
    return end;
  }
}
