package org.gridclear.solver;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.junit.jupiter.api.Test;

class OjAlgoSolverTest extends LinearSolverContract {
  @Override
  LinearSolver solver() {
    return new OjAlgoSolver();
  }

  private SolverOutcome cheapest(double lower, double upper, boolean integer) {
    LinearModel model = new LinearModel();
    int column = model.addColumn(lower, upper, 1, integer);
    Terms terms = new Terms();
    terms.add(column, 1);
    model.addRow(7, Double.POSITIVE_INFINITY, terms);
    try (SolverSession session = solver().open(model)) {
      return session.solve(new SolverLimits(1e-9, 1000), Deadline.never());
    }
  }

  /** What it would get wrong without a word is refused. */
  @Test
  void limitsThatItDoesNotHoldAreRefused() {
    assertInstanceOf(SolverOutcome.Optimal.class, cheapest(0, Integer.MAX_VALUE, true));
    assertInstanceOf(SolverOutcome.Optimal.class, cheapest(-1e9, 1e12, false));
    assertThrows(IllegalArgumentException.class, () -> cheapest(0, 1e10, true));
    assertThrows(IllegalArgumentException.class, () -> cheapest(-1e20, 1e10, false));
  }
}
