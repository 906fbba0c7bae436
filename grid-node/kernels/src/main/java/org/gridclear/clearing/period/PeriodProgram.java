package org.gridclear.clearing.period;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.jspecify.annotations.Nullable;

/** The linear program of one period: columns and rows by their numbers in the whole model. */
final class PeriodProgram implements AutoCloseable {
  private final SolverSession session;
  private final List<Integer> columns = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private @Nullable SolverOutcome last;

  /** The columns and rows of a model with a label. */
  PeriodProgram(LinearSolver solver, LinearModel whole, PeriodLabels labels, int label) {
    LinearModel part = new LinearModel();
    for (int j = 0; j < whole.columnCount(); j++) {
      if (labels.columns()[j] == label) {
        place(j, part.addColumn(whole.columnLower(j), whole.columnUpper(j), whole.cost(j)));
      }
    }
    for (int i = 0; i < whole.rowCount(); i++) {
      if (labels.rows()[i] == label) {
        part.addRow(whole.rowLower(i), whole.rowUpper(i), own(whole, i));
        rows.add(i);
      }
    }
    this.session = solver.open(part);
  }

  private void place(int column, int place) {
    places.put(column, place);
    columns.add(column);
  }

  private Terms own(LinearModel whole, int row) {
    Terms terms = new Terms();
    for (int e = whole.rowStart(row); e < whole.rowStart(row + 1); e++) {
      int place = Objects.requireNonNull(places.get(whole.entryColumn(e)));
      terms.add(place, whole.entryValue(e));
    }
    return terms;
  }

  /** Adds a column that the whole model has got since, unless it is here. */
  void addColumn(int column, double lower, double upper, double cost) {
    if (!places.containsKey(column)) {
      place(column, session.addColumn(lower, upper, cost));
    }
  }

  /** Adds the only row of a model, all of whose columns are here. */
  void addRow(int row, LinearModel one) {
    session.addRow(one.rowLower(0), one.rowUpper(0), own(one, 0));
    rows.add(row);
    last = null;
  }

  /** Its optimum, solved anew only where rows have come. */
  SolverOutcome solve(SolverLimits limits, Deadline deadline) {
    if (last == null) {
      last = session.solve(limits, deadline);
    }
    return last;
  }

  /** Writes its point and duals to those of the whole. */
  void write(Solution own, double[] x, double[] columnDuals, double[] rowDuals) {
    for (int k = 0; k < columns.size(); k++) {
      x[columns.get(k)] = own.columns()[k];
      columnDuals[columns.get(k)] = own.columnDuals()[k];
    }
    for (int k = 0; k < rows.size(); k++) {
      rowDuals[rows.get(k)] = own.rowDuals()[k];
    }
  }

  /** Writes its basis to that of the whole. */
  void write(byte[] columnStatuses, byte[] rowStatuses) {
    Basis basis = session.basis();
    for (int k = 0; k < basis.columns().length; k++) {
      columnStatuses[columns.get(k)] = basis.columns()[k];
    }
    for (int k = 0; k < basis.rows().length; k++) {
      rowStatuses[rows.get(k)] = basis.rows()[k];
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
