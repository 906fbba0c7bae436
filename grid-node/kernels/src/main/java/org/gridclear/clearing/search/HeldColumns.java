package org.gridclear.clearing.search;

import java.util.List;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.OpenedWays.Way;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverSession;

/** Columns of a session that are held for a while: whole numbers of a schedule, and load served. */
final class HeldColumns {
  private static final double SHED_MIN_MW = 1e-6;
  private static final double WHOLE_TOLERANCE = 1e-6;
  private static final double STILL_MW = 1e-6;

  private final ClearingModel model;
  private final SolverSession session;
  private final int[] wholes;
  private boolean servesAll;

  HeldColumns(ClearingModel model, SolverSession session) {
    this.model = model;
    this.session = session;
    this.wholes = model.integerColumns();
  }

  /** Fixes whole numbers as a point has them. */
  void fix(double[] x) {
    for (int column : wholes) {
      double value = Math.rint(x[column]);
      session.setColumnBounds(column, value, value);
    }
  }

  /** What a price leaves open beside what is no whole number. */
  enum Open {
    /** Both ways of storage and HVDC lines that stand still, and changes of set point. */
    WAYS_AND_CHANGES,
    /** Changes of set point that a day has left. */
    CHANGES,
    /** Nothing. */
    NOTHING
  }

  /**
   * Holds whole numbers as a schedule is priced. Statuses are as they are. A way that nothing flows
   * is open, if that alone is no gain, and so is a change of set point where the day has one left.
   *
   * @return the point, changes only where the set point does change
   */
  double[] price(double[] x, Open open) {
    double[] point = x.clone();
    fix(point);
    if (open == Open.WAYS_AND_CHANGES) {
      still(model.openedWays().ways(), point).forEach(way -> free(way.column()));
    }
    for (Way change : still(model.openedWays().changes(), point)) {
      point[change.column()] = 0;
      session.setColumnBounds(change.column(), 0, open == Open.NOTHING ? 0 : 1);
    }
    return point;
  }

  private static List<Way> still(List<Way> ways, double[] x) {
    return ways.stream().filter(way -> Math.abs(way.mw(x)) <= STILL_MW).toList();
  }

  private void free(int column) {
    session.setColumnBounds(
        column, model.linear().columnLower(column), model.linear().columnUpper(column));
  }

  /** Fixes a status as far as the data allow it; returns whether it is on then. */
  boolean fixStatus(int column, boolean wanted) {
    double lower = model.linear().columnLower(column);
    double upper = model.linear().columnUpper(column);
    double status = Math.min(upper, Math.max(lower, wanted ? 1 : 0));
    session.setColumnBounds(column, status, status);
    return status > 0.5;
  }

  /** Fixes statuses alone, as far as the data allow it. */
  void fixStatuses(boolean[][] on) {
    int[][] columns = model.statusColumns();
    for (int g = 0; g < columns.length; g++) {
      for (int t = 0; t < columns[g].length; t++) {
        fixStatus(columns[g][t], on[g][t]);
      }
    }
  }

  /** Takes all fixed columns back to their bounds. */
  void release() {
    allowShedding();
    for (int column : wholes) {
      free(column);
    }
  }

  /**
   * Takes load that is not served out of the model for a while, but where the relaxation has some:
   * on 2 000 buses these are most of the columns that presolve cannot remove.
   */
  void serveAll(Solution relaxed) {
    for (int[] ofBus : model.shedColumns()) {
      for (int column : ofBus) {
        if (column >= 0 && relaxed.columns()[column] < SHED_MIN_MW) {
          session.setColumnBounds(column, 0, 0);
        }
      }
    }
    servesAll = true;
  }

  /** Takes load that is not served back into the model. */
  void allowShedding() {
    for (int[] ofBus : servesAll ? model.shedColumns() : new int[0][]) {
      for (int column : ofBus) {
        if (column >= 0) {
          free(column);
        }
      }
    }
    servesAll = false;
  }

  /** Whether all that must be whole is: bands and changes of a set point are no statuses. */
  boolean whole(Solution point) {
    for (int column : wholes) {
      double value = point.columns()[column];
      if (Math.abs(value - Math.rint(value)) > WHOLE_TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
