package org.gridclear.solver.ojalgo;

import org.gridclear.solver.LinearModel;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.SolverSession;

/** ojAlgo's own LP and MIP solvers. */
public final class OjAlgoSolver implements LinearSolver {
  /** Rows from which on this solver is no longer of use (docs/decisions/002-solver.md). */
  public static final int ROWS_MAX = 1_500;

  @Override
  public String name() {
    return "ojAlgo 57.1.0";
  }

  @Override
  public int rowsMax() {
    return ROWS_MAX;
  }

  @Override
  public SolverSession open(LinearModel model) {
    return new OjAlgoSession(model);
  }
}
