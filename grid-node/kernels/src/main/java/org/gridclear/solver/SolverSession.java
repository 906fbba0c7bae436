package org.gridclear.solver;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A model inside a solver, to be solved, extended and solved again. Not safe for several threads.
 */
public interface SolverSession extends AutoCloseable {
  /** Adds a continuous column; handles go on from those of the model. */
  int addColumn(double lower, double upper, double cost);

  /** Adds a column that is 0 or 1 while columns must be whole numbers. */
  int addBinary(double cost);

  /** Adds a row; handles go on from those of the model. */
  int addRow(double lower, double upper, Terms terms);

  /** Replaces the bounds of a column. */
  void setColumnBounds(int column, double lower, double upper);

  /** Replaces the bounds of a row. */
  void setRowBounds(int row, double lower, double upper);

  /** Whether columns marked as integer must be whole numbers from now on; true at first. */
  void setIntegrality(boolean enforced);

  /**
   * Proposes a point to start the next mixed-integer search from; may be infeasible, and may be one
   * from before columns were added: these are then 0.
   */
  void setStart(double[] columns);

  /** The basis of the linear program that was solved last; none where a solver keeps none. */
  Basis basis();

  /**
   * Proposes a basis to start the next linear program from; need not be feasible or square, and may
   * be one from before columns and rows were added: these are then at their lower bounds and basic.
   * {@link Basis#NONE} makes the session forget the one it has: a program with many bounds changed
   * is solved faster after presolve than from where the last one ended.
   *
   * @throws IllegalArgumentException if it is larger than what the session holds
   */
  void setBasis(Basis basis);

  /** Solves what the session holds now. */
  SolverOutcome solve(SolverLimits limits, Deadline deadline);

  /**
   * Duals of the linear program at an optimum. Where several are optimal, those that say what a
   * step costs by which the bounds of the rows move: duals of the program of the moves that the
   * bounds met at the point allow. They are the same for every optimal point and basis, if the step
   * tells them apart.
   *
   * @param point an optimal point, within the bounds that the columns have now; columns beyond it
   *     are 0
   * @param rowSteps by how much the bounds of every row move; rows beyond it stay
   * @return change of the objective per unit of each row's bound; empty where the step is
   *     impossible or the point is no optimum
   */
  Optional<double[]> dualsToward(double[] point, double[] rowSteps, Deadline deadline);

  /**
   * Rows of the simplex tableau of the linear program that was solved last, those of the wanted
   * columns that are basic; empty where a solver does not tell.
   */
  default Optional<Tableau> tableau(IntPredicate wanted) {
    return Optional.empty();
  }

  @Override
  void close();
}
