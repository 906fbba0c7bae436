package org.gridclear.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.oracle.program.Decisions;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.SolverSession;

/**
 * Whole numbers of a point as they are held for its prices: all of them, but for the ways of
 * storage and HVDC lines that stand still, zones of output at whose common edge it stands, and
 * changes of set point that were not made.
 */
final class HeldWholes {
  private static final double STILL_MW = 1e-4;

  /** What is left open between 0 and 1. */
  enum Open {
    /** Both ways of what stands still, and changes that are left. */
    WAYS_AND_CHANGES,
    /** Changes that are left. */
    CHANGES,
    /** Nothing. */
    NOTHING
  }

  private final LinearModel model;
  private final double yuan;
  private final double[] wholes;
  private final Set<Integer> ways = new HashSet<>();
  private final Set<Integer> changes = new HashSet<>();

  HeldWholes(Decisions decisions, LinearModel model, Oracle.Point point) {
    this.model = model;
    this.yuan = point.objectiveYuan();
    this.wholes = point.columns().clone();
    add(ways, decisions.ways);
    add(changes, decisions.changes);
  }

  private void add(Set<Integer> columns, List<Decisions.Way> among) {
    for (Decisions.Way way : among) {
      if (Math.abs(way.mw().at(wholes)) <= STILL_MW) {
        columns.addAll(way.open().coefficients().keySet());
      }
    }
  }

  /** What the point costs. */
  double yuan() {
    return yuan;
  }

  /** Sets the bounds of every whole column. */
  void hold(SolverSession session, Open open) {
    for (int column = 0; column < model.columnCount(); column++) {
      if (model.isInteger(column)) {
        double value = changes.contains(column) ? 0 : Math.rint(wholes[column]);
        boolean free =
            ways.contains(column) && open == Open.WAYS_AND_CHANGES
                || changes.contains(column) && open != Open.NOTHING;
        session.setColumnBounds(column, free ? 0 : value, free ? 1 : value);
      }
    }
  }
}
