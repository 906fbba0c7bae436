package org.gridclear.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.RowNames;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * Names the families of constraints, with elements and periods, that contradict each other: the
 * least sum of row violations of the relaxation is zero everywhere but in them.
 */
final class ConflictFinder {
  private static final int ROWS_NAMED_MAX = 6;
  private static final double VIOLATED_MIN = 1e-6;

  private ConflictFinder() {}

  /** Families in conflict, with how many of their rows; empty if the relaxation has none. */
  static List<String> families(ClearingModel model, LinearSolver solver, Deadline cancelled) {
    LinearModel source = model.linear();
    LinearModel elastic = new LinearModel();
    for (int column = 0; column < source.columnCount(); column++) {
      elastic.addColumn(source.columnLower(column), source.columnUpper(column), 0);
    }
    int rows = source.rowCount();
    for (int row = 0; row < rows; row++) {
      Terms terms = new Terms();
      for (int entry = source.rowStart(row); entry < source.rowStart(row + 1); entry++) {
        terms.add(source.entryColumn(entry), source.entryValue(entry));
      }
      terms.add(elastic.addColumn(0, Double.POSITIVE_INFINITY, 1), 1);
      terms.add(elastic.addColumn(0, Double.POSITIVE_INFINITY, 1), -1);
      elastic.addRow(source.rowLower(row), source.rowUpper(row), terms);
    }
    try (SolverSession session = solver.open(elastic)) {
      SolverOutcome outcome = session.solve(new SolverLimits(0, 1), cancelled);
      return outcome
          .point()
          .map(point -> named(model, source.columnCount(), point.columns()))
          .orElse(List.of());
    }
  }

  private static List<String> named(ClearingModel model, int firstSlack, double[] x) {
    RowNames rows = new RowNames(model);
    List<String> names = new ArrayList<>();
    for (ClearingModel.RowRange range : model.families()) {
      List<String> violated = new ArrayList<>();
      for (int row = range.from(); row < range.to(); row++) {
        double slack = x[firstSlack + 2 * row] + x[firstSlack + 2 * row + 1];
        if (slack > VIOLATED_MIN) {
          violated.add(rows.of(row));
        }
      }
      if (!violated.isEmpty()) {
        String more = violated.size() > ROWS_NAMED_MAX ? ", …" : "";
        String named =
            violated.stream().limit(ROWS_NAMED_MAX).distinct().collect(Collectors.joining("; "));
        names.add("%s (%d rows: %s%s)".formatted(range.family(), violated.size(), named, more));
      }
    }
    return names;
  }
}
