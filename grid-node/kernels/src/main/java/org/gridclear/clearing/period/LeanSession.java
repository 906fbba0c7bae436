package org.gridclear.clearing.period;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Tableau;
import org.gridclear.solver.Terms;

/**
 * A session beside which the linear relaxation is kept without some columns that are hardly ever
 * used, such as load that is not served: these have an entry in every flow row. What is left out is
 * priced at every optimum, and where one of them would pay, the whole is solved instead.
 */
public final class LeanSession implements SolverSession {
  /** A reduced cost from here on is none that would pay, in yuan per unit. */
  private static final double REDUCED_COST_MIN = -1e-6;

  private final SolverSession whole;
  private final SolverSession lean;
  private final LinearModel model;
  private final int[] places;
  private final int[] left;
  private final int[] hidden;
  private final LinearModel rows = new LinearModel();
  private int columnCount;
  private boolean isLean;

  /**
   * Opens a model.
   *
   * @param hidden columns to leave out, which may be 0
   */
  public LeanSession(LinearSolver solver, LinearModel model, int[] hidden) {
    this.model = model;
    this.hidden = hidden;
    this.whole = solver.open(model);
    this.columnCount = model.columnCount();
    this.places = new int[columnCount];
    for (int column : hidden) {
      places[column] = -1;
    }
    LinearModel part = new LinearModel();
    this.left = new int[columnCount - hidden.length];
    for (int j = 0; j < places.length; j++) {
      if (places[j] == 0) {
        places[j] = part.addColumn(model.columnLower(j), model.columnUpper(j), model.cost(j));
        left[places[j]] = j;
      }
    }
    part.addOffset(model.offset());
    for (int i = 0; i < model.rowCount(); i++) {
      part.addRow(model.rowLower(i), model.rowUpper(i), visible(model, i));
    }
    this.lean = solver.open(part);
  }

  private int place(int column) {
    return column < places.length ? places[column] : column - hidden.length;
  }

  private Terms visible(LinearModel of, int row) {
    Terms terms = new Terms();
    for (int e = of.rowStart(row); e < of.rowStart(row + 1); e++) {
      int place = place(of.entryColumn(e));
      if (place >= 0) {
        terms.add(place, of.entryValue(e));
      }
    }
    return terms;
  }

  /** Whether linear programs are solved without the columns left out from now on. */
  public void lean(boolean wanted) {
    isLean = wanted;
  }

  @Override
  public int addColumn(double lower, double upper, double cost) {
    lean.addColumn(lower, upper, cost);
    columnCount++;
    return whole.addColumn(lower, upper, cost);
  }

  @Override
  public int addBinary(double cost) {
    lean.addColumn(0, 1, cost);
    columnCount++;
    return whole.addBinary(cost);
  }

  @Override
  public int addRow(double lower, double upper, Terms terms) {
    lean.addRow(lower, upper, visible(rows, rows.addRow(lower, upper, terms)));
    return whole.addRow(lower, upper, terms);
  }

  @Override
  public void setColumnBounds(int column, double lower, double upper) {
    if (place(column) >= 0) {
      lean.setColumnBounds(place(column), lower, upper);
    }
    whole.setColumnBounds(column, lower, upper);
  }

  @Override
  public void setRowBounds(int row, double lower, double upper) {
    lean.setRowBounds(row, lower, upper);
    whole.setRowBounds(row, lower, upper);
  }

  @Override
  public void setIntegrality(boolean enforced) {
    whole.setIntegrality(enforced);
  }

  @Override
  public void setStart(double[] columns) {
    whole.setStart(columns);
  }

  @Override
  public Basis basis() {
    return isLean ? widened(lean.basis()) : whole.basis();
  }

  private Basis widened(Basis basis) {
    if (basis == Basis.NONE) {
      return basis;
    }
    byte[] columns = new byte[columnCount];
    for (int k = 0; k < basis.columns().length; k++) {
      columns[column(k)] = basis.columns()[k];
    }
    return new Basis(columns, basis.rows());
  }

  private int column(int place) {
    return place < left.length ? left[place] : place + hidden.length;
  }

  @Override
  public void setBasis(Basis basis) {
    if (isLean) {
      lean.setBasis(basis == Basis.NONE ? basis : narrowed(basis));
    } else {
      whole.setBasis(basis);
    }
  }

  private Basis narrowed(Basis basis) {
    byte[] columns = new byte[Math.max(left.length, basis.columns().length - hidden.length)];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = basis.columns()[column(k)];
    }
    return new Basis(columns, basis.rows());
  }

  @Override
  public SolverOutcome solve(SolverLimits limits, Deadline deadline) {
    if (!isLean) {
      return whole.solve(limits, deadline);
    }
    SolverOutcome outcome = lean.solve(limits, deadline);
    if (outcome instanceof SolverOutcome.Optimal optimal) {
      Solution all = widened(optimal.solution());
      if (Arrays.stream(hidden).allMatch(j -> all.columnDuals()[j] >= REDUCED_COST_MIN)) {
        return new SolverOutcome.Optimal(all);
      }
    } else if (!(outcome instanceof SolverOutcome.Infeasible)) {
      return outcome;
    }
    whole.setIntegrality(false);
    whole.setBasis(widened(lean.basis()));
    isLean = false;
    return whole.solve(limits, deadline);
  }

  private Solution widened(Solution own) {
    double[] x = new double[columnCount];
    double[] duals = new double[columnCount];
    for (int k = 0; k < own.columns().length; k++) {
      x[column(k)] = own.columns()[k];
      duals[column(k)] = own.columnDuals()[k];
    }
    for (int j : hidden) {
      duals[j] = model.cost(j);
    }
    price(model, 0, own.rowDuals(), duals);
    price(rows, model.rowCount(), own.rowDuals(), duals);
    return new Solution(
        x, duals, own.rowDuals(), own.objective(), own.bound(), own.nodes(), own.iterations());
  }

  /** Takes from the costs of columns left out what the duals of rows give for them. */
  private void price(LinearModel of, int firstRow, double[] rowDuals, double[] duals) {
    for (int i = 0; i < of.rowCount(); i++) {
      double dual = rowDuals[firstRow + i];
      for (int e = of.rowStart(i); dual != 0 && e < of.rowStart(i + 1); e++) {
        int column = of.entryColumn(e);
        if (column < places.length && places[column] < 0) {
          duals[column] -= dual * of.entryValue(e);
        }
      }
    }
  }

  @Override
  public Optional<double[]> dualsToward(double[] point, double[] rowSteps, Deadline deadline) {
    return whole.dualsToward(point, rowSteps, deadline);
  }

  @Override
  public Optional<Tableau> tableau(IntPredicate wanted) {
    return whole.tableau(wanted);
  }

  @Override
  public void close() {
    lean.close();
    whole.close();
  }
}
