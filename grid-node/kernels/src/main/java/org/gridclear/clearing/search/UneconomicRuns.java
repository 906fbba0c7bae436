package org.gridclear.clearing.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.solver.Solution;

/**
 * Runs of units, whole or from one of their ends, that a schedule can do without: those running
 * have room for its load and reserve without them, and the reduced costs of its dispatch say what
 * leaving them out saves at most. That is a first guess, as prices rise when a unit stops; the
 * dispatch decides.
 */
final class UneconomicRuns {
  private final ClearingModel model;
  private final int[][] columns;
  private final double[] reducedCosts;
  private final boolean[][] on;
  private final double[] roomMw;

  /**
   * A part of a run.
   *
   * @param unit number of the unit
   * @param from first period of it
   * @param to behind its last period
   * @param savedYuan what the objective falls by at most without it
   */
  record Part(int unit, int from, int to, double savedYuan) {
    boolean covers(Part other) {
      return unit == other.unit && from == other.from && to == other.to;
    }
  }

  /**
   * Of a schedule.
   *
   * @param dispatched its dispatch, with duals
   */
  UneconomicRuns(ClearingModel model, Solution dispatched) {
    this.model = model;
    this.columns = model.statusColumns();
    this.reducedCosts = dispatched.columnDuals();
    Schedule schedule = model.schedule(dispatched.columns());
    this.on = schedule.committed();
    double[][] outputMw = schedule.outputMw();
    this.roomMw = new double[model.periodCount()];
    for (int t = 0; t < roomMw.length; t++) {
      for (int row : model.upwardReserveRows(t)) {
        roomMw[t] -= model.linear().rowLower(row);
      }
      for (int g = 0; g < on.length; g++) {
        roomMw[t] += on[g][t] ? model.capacityMw(g, t) - outputMw[g][t] : 0;
      }
    }
  }

  /** Those that save more than a sum, the greatest saving first. */
  List<Part> saving(double leastYuan) {
    List<Part> parts = new ArrayList<>();
    for (int g = 0; g < columns.length && reducedCosts.length > 0; g++) {
      int t = 0;
      while (t < on[g].length) {
        int end = RoundingHeuristic.endOfRun(on[g], t);
        if (on[g][t]) {
          addParts(g, t, end, leastYuan, parts);
        }
        t = end;
      }
    }
    parts.sort(Comparator.comparingDouble(part -> -part.savedYuan()));
    return parts;
  }

  /** The run itself, and what leaves its beginning or its end as long as the unit must run. */
  private void addParts(int g, int from, int to, double leastYuan, List<Part> parts) {
    int up = Math.max(1, model.upPeriods(g));
    boolean began = from > 0;
    boolean ends = to < on[g].length;
    add(g, from, to, leastYuan, parts);
    for (int last = from + (began ? up : 1); last < to; last++) {
      add(g, last, to, leastYuan, parts);
    }
    for (int first = from + 1; began && first <= to - (ends ? up : 1); first++) {
      add(g, from, first, leastYuan, parts);
    }
  }

  private void add(int g, int from, int to, double leastYuan, List<Part> parts) {
    double saved = 0;
    for (int t = from; t < to; t++) {
      saved += reducedCosts[columns[g][t]];
    }
    if (saved > leastYuan && spare(g, from, to)) {
      parts.add(new Part(g, from, to, saved));
    }
  }

  /** Whether the unit may stop and the others have room for the load and the reserve. */
  private boolean spare(int g, int from, int to) {
    for (int t = from; t < to; t++) {
      if (model.linear().columnLower(columns[g][t]) > 0.5 || roomMw[t] < model.capacityMw(g, t)) {
        return false;
      }
    }
    return true;
  }
}
