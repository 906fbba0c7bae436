package org.gridclear.solver;

/** An optimiser of linear and mixed-integer models. */
public interface LinearSolver {
  /** What it is called in results, with its version. */
  String name();

  /** The most rows with which this solver is of use. */
  default int rowsMax() {
    return Integer.MAX_VALUE;
  }

  /** Starts work on a copy of {@code model}; the session is to be closed. */
  SolverSession open(LinearModel model);
}
