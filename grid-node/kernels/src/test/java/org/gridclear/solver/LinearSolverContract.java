package org.gridclear.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every adapter must do; each has a test class that extends this one. */
abstract class LinearSolverContract {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final SolverLimits EXACT = new SolverLimits(1e-9, 100_000);

  abstract LinearSolver solver();

  private Solution optimal(LinearModel model) {
    try (SolverSession session = solver().open(model)) {
      SolverOutcome outcome = session.solve(EXACT, Deadline.never());
      return assertInstanceOf(SolverOutcome.Optimal.class, outcome).solution();
    }
  }

  /** Two generators of 10 and 30 yuan/MWh, 60 MW of the cheap one, load 100. */
  private static LinearModel dispatch(double loadMw) {
    LinearModel model = new LinearModel();
    int cheap = model.addColumn(0, 60, 10);
    int dear = model.addColumn(0, 100, 30);
    model.equal(loadMw, new Terms().add(cheap, 1).add(dear, 1));
    model.addOffset(5);
    return model;
  }

  @Test
  void solvesALinearProgramWithItsDual() {
    Solution solution = optimal(dispatch(100));
    assertEquals(5 + 600 + 1200, solution.objective(), 1e-7);
    assertArrayEquals(new double[] {60, 40}, solution.columns(), 1e-7);
    assertEquals(30, solution.rowDuals()[0], 1e-7);
    assertEquals(10, optimal(dispatch(50)).rowDuals()[0], 1e-7);
  }

  @Test
  void dualsAreFiniteDifferencesOfTheObjectiveForEveryKindOfRow() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 20; trial++) {
      double[] bound = {
        40 + 20 * random.nextDouble(), 12 + 5 * random.nextDouble(), 3 + random.nextDouble()
      };
      double[] duals = optimal(mixed(bound)).rowDuals();
      for (int row = 0; row < 3; row++) {
        double step = 1e-4;
        double[] up = bound.clone();
        double[] down = bound.clone();
        up[row] += step;
        down[row] -= step;
        double slope =
            (optimal(mixed(up)).objective() - optimal(mixed(down)).objective()) / (2 * step);
        assertEquals(slope, duals[row], 1e-4, "trial " + trial + " row " + row);
      }
    }
  }

  /** An equality, an upper row and a lower row, all of which bind. */
  private static LinearModel mixed(double[] bound) {
    LinearModel model = new LinearModel();
    int a = model.addColumn(0, 100, 10);
    int b = model.addColumn(0, 100, 20);
    int c = model.addColumn(0, 100, 35);
    model.equal(bound[0], new Terms().add(a, 1).add(b, 1).add(c, 1));
    model.atMost(bound[1], new Terms().add(a, 0.7).add(b, -0.2));
    model.atLeast(bound[2], new Terms().add(c, 1).add(b, -0.1));
    return model;
  }

  @Test
  void solvesAKnapsackToItsProvedOptimum() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 10; trial++) {
      int n = 9;
      double[] value = random.doubles(n, 1, 20).toArray();
      double[] weight = random.doubles(n, 1, 10).toArray();
      LinearModel model = new LinearModel();
      Terms terms = new Terms();
      for (int j = 0; j < n; j++) {
        terms.add(model.addBinary(-value[j]), weight[j]);
      }
      model.atMost(20, terms);
      double best = 0;
      for (int set = 0; set < 1 << n; set++) {
        double v = 0;
        double w = 0;
        for (int j = 0; j < n; j++) {
          if ((set >> j & 1) == 1) {
            v += value[j];
            w += weight[j];
          }
        }
        best = w <= 20 ? Math.max(best, v) : best;
      }
      Solution solution = optimal(model);
      assertEquals(-best, solution.objective(), 1e-6);
      assertTrue(solution.bound() <= solution.objective() + 1e-6);
      assertEquals(0, solution.rowDuals().length, "a mixed-integer solution has no duals");
    }
  }

  @Test
  void saysInfeasibleAndUnbounded() {
    LinearModel infeasible = new LinearModel();
    infeasible.atLeast(3, new Terms().add(infeasible.addColumn(0, 1, 1), 1));
    LinearModel unbounded = new LinearModel();
    unbounded.atLeast(0, new Terms().add(unbounded.addColumn(0, INFINITY, -1), 1));
    try (SolverSession a = solver().open(infeasible);
        SolverSession b = solver().open(unbounded)) {
      assertInstanceOf(SolverOutcome.Infeasible.class, a.solve(EXACT, Deadline.never()));
      assertInstanceOf(SolverOutcome.Unbounded.class, b.solve(EXACT, Deadline.never()));
    }
  }

  @Test
  void goesOnAfterRowsColumnsAndBoundsAreChanged() {
    try (SolverSession session = solver().open(dispatch(100))) {
      session.solve(EXACT, Deadline.never());
      int slack = session.addColumn(0, INFINITY, 1000);
      session.addRow(-INFINITY, 50, new Terms().add(0, 1).add(slack, -1));
      var limited = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
      assertEquals(5 + 500 + 1500, limited.solution().objective(), 1e-7);
      assertEquals(-20, limited.solution().rowDuals()[1], 1e-7);
      session.setColumnBounds(1, 0, 45);
      var relaxed = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
      assertEquals(5, relaxed.solution().columns()[slack], 1e-7);
    }
  }

  @Test
  void aRowHoldsWithTheBoundsThatItWasGivenLast() {
    try (SolverSession session = solver().open(dispatch(100))) {
      int row = session.addRow(-INFINITY, 50, new Terms().add(0, 1));
      double limited = objective(session);
      session.setRowBounds(row, -INFINITY, INFINITY);
      double free = objective(session);
      session.setRowBounds(row, -INFINITY, 50);
      assertTrue(free < limited - 1, free + " and " + limited);
      assertEquals(limited, objective(session), 1e-7);
    }
  }

  private static double objective(SolverSession session) {
    var outcome = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
    return outcome.solution().objective();
  }

  @Test
  void fixesBinariesAndThenGivesDuals() {
    LinearModel model = new LinearModel();
    int on = model.addBinary(100);
    int power = model.addColumn(0, 80, 10);
    int shed = model.addColumn(0, INFINITY, 500);
    model.atMost(0, new Terms().add(power, 1).add(on, -80));
    model.equal(50, new Terms().add(power, 1).add(shed, 1));
    try (SolverSession session = solver().open(model)) {
      var mixed = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
      assertEquals(600, mixed.solution().objective(), 1e-6);
      session.setColumnBounds(on, 1, 1);
      session.setIntegrality(false);
      var priced = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
      assertEquals(10, priced.solution().rowDuals()[1], 1e-7);
      session.setColumnBounds(on, 0, 1);
      session.setIntegrality(true);
      var again = (SolverOutcome.Optimal) session.solve(EXACT, Deadline.never());
      assertEquals(600, again.solution().objective(), 1e-6);
    }
  }

  @Test
  void aPassedDeadlineStopsItAtOnce() {
    try (SolverSession session = solver().open(dispatch(100))) {
      assertInstanceOf(SolverOutcome.TimedOut.class, session.solve(EXACT, () -> true));
    }
  }
}
