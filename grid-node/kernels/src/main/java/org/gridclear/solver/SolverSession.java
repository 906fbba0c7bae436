package org.gridclear.solver;

/**
 * A model inside a solver, to be solved, extended and solved again. Not safe for several threads.
 */
public interface SolverSession extends AutoCloseable {
  /** Adds a continuous column; handles go on from those of the model. */
  int addColumn(double lower, double upper, double cost);

  /** Adds a row; handles go on from those of the model. */
  int addRow(double lower, double upper, Terms terms);

  /** Replaces the bounds of a column. */
  void setColumnBounds(int column, double lower, double upper);

  /** Whether columns marked as integer must be whole numbers from now on; true at first. */
  void setIntegrality(boolean enforced);

  /** Proposes a point to start the next mixed-integer search from; may be infeasible. */
  void setStart(double[] columns);

  /** Solves what the session holds now. */
  SolverOutcome solve(SolverLimits limits, Deadline deadline);

  @Override
  void close();
}
