package org.gridclear.clearing.period;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;

/**
 * The linear relaxation of a model without the rows that link its periods, as a session in which
 * columns and rows have the numbers of the whole: each period is a program of its own, and only
 * those that have got rows are solved again.
 */
final class PeriodPrograms implements SolverSession {
  private final LinearModel model;
  private final int[] periodOf;
  private final List<PeriodProgram> programs = new ArrayList<>();
  private final LinearModel added = new LinearModel();
  private int rowCount;

  PeriodPrograms(LinearSolver solver, ClearingModel clearing) {
    this.model = clearing.linear();
    this.rowCount = model.rowCount();
    PeriodLabels labels = PeriodLabels.of(clearing);
    this.periodOf = labels.columns();
    for (int t = 0; t < clearing.periodCount(); t++) {
      programs.add(new PeriodProgram(solver, model, labels, t));
    }
  }

  @Override
  public int addColumn(double lower, double upper, double cost) {
    return model.columnCount() + added.addColumn(lower, upper, cost);
  }

  @Override
  public int addRow(double lower, double upper, Terms terms) {
    LinearModel one = new LinearModel();
    one.addRow(lower, upper, terms);
    int period = PeriodLabels.LINKING;
    for (int e = 0; e < one.entryCount() && period == PeriodLabels.LINKING; e++) {
      int column = one.entryColumn(e);
      period = column < periodOf.length ? periodOf[column] : PeriodLabels.LINKING;
    }
    if (period != PeriodLabels.LINKING) {
      addRow(programs.get(period), one);
    }
    return rowCount++;
  }

  private void addRow(PeriodProgram program, LinearModel one) {
    for (int e = 0; e < one.entryCount(); e++) {
      int j = one.entryColumn(e) - model.columnCount();
      if (j >= 0) {
        program.addColumn(
            one.entryColumn(e), added.columnLower(j), added.columnUpper(j), added.cost(j));
      }
    }
    program.addRow(rowCount, one);
  }

  @Override
  public SolverOutcome solve(SolverLimits limits, Deadline deadline) {
    int columnCount = model.columnCount() + added.columnCount();
    double[] x = new double[columnCount];
    for (int j = 0; j < model.columnCount(); j++) {
      x[j] = Math.min(model.columnUpper(j), Math.max(model.columnLower(j), 0));
    }
    double[] columnDuals = new double[columnCount];
    double[] rowDuals = new double[rowCount];
    double yuan = model.offset();
    for (PeriodProgram program : programs) {
      if (!(program.solve(limits, deadline) instanceof SolverOutcome.Optimal optimal)) {
        return program.solve(limits, deadline);
      }
      program.write(optimal.solution(), x, columnDuals, rowDuals);
      yuan += optimal.solution().objective();
    }
    return new SolverOutcome.Optimal(new Solution(x, columnDuals, rowDuals, yuan, yuan, 0, 0));
  }

  /** The bases of all periods; what links them is basic. */
  @Override
  public Basis basis() {
    byte[] columns = new byte[model.columnCount() + added.columnCount()];
    byte[] rows = new byte[rowCount];
    Arrays.fill(rows, Basis.BASIC);
    programs.forEach(program -> program.write(columns, rows));
    return new Basis(columns, rows);
  }

  @Override
  public void close() {
    programs.forEach(PeriodProgram::close);
  }

  @Override
  public int addBinary(double cost) {
    throw relaxed();
  }

  @Override
  public void setColumnBounds(int column, double lower, double upper) {
    throw relaxed();
  }

  @Override
  public void setRowBounds(int row, double lower, double upper) {
    throw relaxed();
  }

  @Override
  public void setIntegrality(boolean enforced) {
    throw relaxed();
  }

  @Override
  public void setStart(double[] columns) {
    throw relaxed();
  }

  @Override
  public void setBasis(Basis basis) {
    throw relaxed();
  }

  @Override
  public Optional<double[]> dualsToward(double[] point, double[] rowSteps, Deadline deadline) {
    throw relaxed();
  }

  private static UnsupportedOperationException relaxed() {
    return new UnsupportedOperationException("Periods by themselves are solved and get rows.");
  }
}
