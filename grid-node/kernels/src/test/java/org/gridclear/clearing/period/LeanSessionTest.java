package org.gridclear.clearing.period;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.junit.jupiter.api.Test;

/** What is left out of a linear program changes nothing, whether it would pay or not. */
class LeanSessionTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final int OUTPUT = 0;
  private static final int UNSERVED = 1;
  private static final int DEAR = 2;

  /** Output, load that is not served, and what is dearer than that serve a load of 5. */
  private static LinearModel model() {
    LinearModel model = new LinearModel();
    model.addColumn(0, 10, 1);
    model.addColumn(0, 20, 100);
    model.addColumn(0, 20, 200, true);
    model.addOffset(7);
    model.atLeast(5, new Terms().add(OUTPUT, 1).add(UNSERVED, 1).add(DEAR, 1));
    return model;
  }

  private static LeanSession lean() {
    LeanSession session = new LeanSession(Fixtures.highs(), model(), new int[] {UNSERVED});
    session.setIntegrality(false);
    session.lean(true);
    return session;
  }

  private static Solution optimum(SolverSession session) {
    SolverOutcome outcome = session.solve(new SolverLimits(0, 1_000), Deadline.never());
    return assertInstanceOf(SolverOutcome.Optimal.class, outcome).solution();
  }

  @Test
  void whatDoesNotPayIsZeroAndHasItsReducedCost() {
    try (LeanSession session = lean()) {
      Solution point = optimum(session);
      assertEquals(12, point.objective(), 1e-9);
      assertArrayEquals(new double[] {5, 0, 0}, point.columns(), 1e-9);
      assertArrayEquals(new double[] {0, 99, 199}, point.columnDuals(), 1e-9);
      assertArrayEquals(new double[] {1}, point.rowDuals(), 1e-9);
    }
  }

  @Test
  void whatPaysBySomeRowAddedLaterIsPutBack() {
    try (LeanSession session = lean()) {
      optimum(session);
      int over = session.addColumn(0, INFINITE, 1_000);
      assertEquals(3, over);
      session.addRow(-INFINITE, 3, new Terms().add(OUTPUT, 1).add(over, -1));
      assertArrayEquals(new double[] {3, 2, 0, 0}, optimum(session).columns(), 1e-9);
      session.lean(true);
      session.addRow(-INFINITE, 1, new Terms().add(UNSERVED, 1));
      assertArrayEquals(new double[] {3, 1, 1, 0}, optimum(session).columns(), 1e-9);
    }
  }

  @Test
  void whereNothingElseServesTheWholeIsSolved() {
    try (LeanSession session = lean()) {
      session.setColumnBounds(OUTPUT, 0, 1);
      session.setColumnBounds(DEAR, 0, 1);
      session.setColumnBounds(UNSERVED, 0, 20);
      assertArrayEquals(new double[] {1, 4, 0}, optimum(session).columns(), 1e-9);
      session.lean(true);
      session.setRowBounds(0, 1, INFINITE);
      assertArrayEquals(new double[] {1, 0, 0}, optimum(session).columns(), 1e-9);
    }
  }

  @Test
  void itsBasisIsOneOfTheWholeAndTheWholesOneOfIt() {
    try (LeanSession session = lean()) {
      session.setBasis(Basis.NONE);
      session.addColumn(0, 1, 3);
      Solution point = optimum(session);
      Basis basis = session.basis();
      assertTrue(basis.fits(4, 1));
      assertArrayEquals(new byte[] {1, 0, 0, 0}, basis.columns());
      session.setBasis(basis);
      assertEquals(0, optimum(session).iterations());
      session.lean(false);
      session.setBasis(basis);
      assertEquals(point.objective(), optimum(session).objective(), 1e-9);
      assertEquals(Optional.empty(), session.tableau(column -> false));
      double[] step = new double[] {1};
      assertArrayEquals(
          step, session.dualsToward(point.columns(), step, Deadline.never()).orElseThrow(), 1e-9);
      assertEquals(4, session.addBinary(1));
      session.setStart(point.columns());
      session.setIntegrality(true);
      assertTrue(optimum(session).objective() <= point.objective());
    }
  }

  @Test
  void aStopIsAStop() {
    try (LeanSession session = lean()) {
      SolverOutcome outcome = session.solve(new SolverLimits(0, 1), Deadline.when(() -> 0));
      assertInstanceOf(SolverOutcome.TimedOut.class, outcome);
      assertSame(Basis.NONE, session.basis());
    }
  }
}
