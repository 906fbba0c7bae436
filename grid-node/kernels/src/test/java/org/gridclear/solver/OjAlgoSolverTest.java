package org.gridclear.solver;

import org.gridclear.solver.ojalgo.OjAlgoSolver;

class OjAlgoSolverTest extends LinearSolverContract {
  @Override
  LinearSolver solver() {
    return new OjAlgoSolver();
  }
}
