package org.gridclear.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

class HighsSolverTest extends LinearSolverContract {
  @Override
  LinearSolver solver() {
    return HighsSolver.find().orElseThrow(() -> new AssertionError(HighsSolver.failure()));
  }

  /** A market-split problem: tiny, but beyond any solver's reach in the time of this test. */
  private static LinearModel hard() {
    SplittableRandom random = new SplittableRandom(5);
    LinearModel model = new LinearModel();
    int rows = 6;
    int n = 60;
    Terms[] terms = IntStream.range(0, rows).mapToObj(i -> new Terms()).toArray(Terms[]::new);
    double[] half = new double[rows];
    for (int j = 0; j < n; j++) {
      int column = model.addBinary(0);
      for (int i = 0; i < rows; i++) {
        int weight = random.nextInt(100);
        terms[i].add(column, weight);
        half[i] += weight / 2.0;
      }
    }
    for (int i = 0; i < rows; i++) {
      int over = model.addColumn(0, 1e4, 1);
      int under = model.addColumn(0, 1e4, 1);
      model.equal(Math.floor(half[i]), terms[i].add(over, 1).add(under, -1));
    }
    return model;
  }

  @Test
  void stopsWithinASecondWhenTheDeadlinePassesInTheMiddle() {
    try (SolverSession session = solver().open(hard())) {
      long start = System.nanoTime();
      long limit = start + 1_000_000_000L;
      SolverOutcome outcome =
          session.solve(new SolverLimits(0, 100_000_000), () -> System.nanoTime() > limit);
      double seconds = (System.nanoTime() - start) / 1e9;
      assertInstanceOf(SolverOutcome.TimedOut.class, outcome);
      assertTrue(seconds < 5, "stopped after " + seconds + " s");
    }
  }

  @Test
  void solvesOnAfterADeadlineStoppedItBefore() {
    try (SolverSession session = solver().open(hard())) {
      long limit = System.nanoTime() + 300_000_000L;
      SolverLimits limits = new SolverLimits(0, 100_000_000);
      SolverOutcome stopped = session.solve(limits, () -> System.nanoTime() > limit);
      assertInstanceOf(SolverOutcome.TimedOut.class, stopped);
      session.setIntegrality(false);
      assertInstanceOf(SolverOutcome.Optimal.class, session.solve(limits, Deadline.never()));
    }
  }

  @Test
  void aNodeLimitStopsReproduciblyWithAGap() {
    double[] objective = new double[2];
    for (int trial = 0; trial < 2; trial++) {
      try (SolverSession session = solver().open(hard())) {
        SolverOutcome outcome = session.solve(new SolverLimits(0, 50), Deadline.never());
        objective[trial] =
            assertInstanceOf(SolverOutcome.Feasible.class, outcome).solution().objective();
      }
    }
    assertEquals(objective[0], objective[1]);
  }

  @Test
  void twoThreadsWithAModelEachGiveTheSameBitsAsOne() {
    double[] alone = solveSmall(7);
    boolean same =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(k -> solveSmall(7))
            .allMatch(x -> java.util.Arrays.equals(x, alone));
    assertTrue(same);
  }

  private double[] solveSmall(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LinearModel model = new LinearModel();
    Terms terms = new Terms();
    for (int j = 0; j < 40; j++) {
      terms.add(model.addBinary(-1 - random.nextDouble()), 1 + random.nextDouble());
    }
    model.atMost(25, terms);
    try (SolverSession session = solver().open(model)) {
      var outcome = session.solve(new SolverLimits(1e-6, 1000), Deadline.never());
      return outcome instanceof SolverOutcome.Optimal optimal
          ? optimal.solution().columns()
          : ((SolverOutcome.Feasible) outcome).solution().columns();
    }
  }

  /** Sixty plants, forty towns, random costs: a transport problem. */
  private static LinearModel transport(double demandScale) {
    SplittableRandom random = new SplittableRandom(11);
    LinearModel model = new LinearModel();
    Terms[] plants = IntStream.range(0, 60).mapToObj(i -> new Terms()).toArray(Terms[]::new);
    for (int town = 0; town < 40; town++) {
      Terms arriving = new Terms();
      for (Terms plant : plants) {
        int column = model.addColumn(0, 50, 1 + random.nextDouble());
        plant.add(column, 1);
        arriving.add(column, 1);
      }
      model.equal(demandScale * (20 + 20 * random.nextDouble()), arriving);
    }
    for (Terms plant : plants) {
      model.atMost(30, plant);
    }
    return model;
  }

  @Test
  void startsFromTheBasisOfAnotherSessionAndFindsTheSameOptimumInFewerIterations() {
    SolverLimits limits = new SolverLimits(0, 0);
    Basis basis;
    try (SolverSession session = solver().open(transport(1))) {
      session.solve(limits, Deadline.never());
      basis = session.basis();
    }
    Solution cold;
    try (SolverSession session = solver().open(transport(1.02))) {
      cold = optimal(session.solve(limits, Deadline.never()));
    }
    try (SolverSession session = solver().open(transport(1.02))) {
      // A row that came after the basis, and binds nothing.
      session.addRow(Double.NEGATIVE_INFINITY, 1e6, new Terms().add(0, 1));
      session.setBasis(basis);
      Solution warm = optimal(session.solve(limits, Deadline.never()));
      assertEquals(cold.objective(), warm.objective(), 1e-6);
      assertTrue(
          warm.iterations() < cold.iterations() / 2, warm.iterations() + ", " + cold.iterations());
    }
  }

  @Test
  void keepsItsBasisWhenRowsColumnsAndBoundsChange() {
    SolverLimits limits = new SolverLimits(0, 0);
    LinearModel model = transport(1);
    try (SolverSession session = solver().open(model)) {
      assertSame(Basis.NONE, session.basis());
      Solution cold = optimal(session.solve(limits, Deadline.never()));
      Basis before = session.basis();
      Terms cut = new Terms().add(0, 1).add(session.addColumn(0, 1, 5), 1);
      session.addRow(Double.NEGATIVE_INFINITY, 1e6, cut);
      session.setColumnBounds(0, 0, 60);
      Basis after = session.basis();
      assertTrue(after.fits(model.columnCount() + 1, model.rowCount() + 1));
      Basis extended = before.extended(model.columnCount() + 1, model.rowCount() + 1);
      assertArrayEquals(extended.columns(), after.columns());
      assertArrayEquals(extended.rows(), after.rows());
      session.setBasis(Basis.NONE);
      assertSame(Basis.NONE, session.basis());
      session.setBasis(after);
      assertTrue(session.basis().fits(after.columns().length, after.rows().length));
      Solution warm = optimal(session.solve(limits, Deadline.never()));
      assertEquals(cold.objective(), warm.objective(), 1e-6);
      assertTrue(warm.iterations() < 5, warm.iterations() + " iterations");
    }
  }

  @Test
  void hasNoBasisAfterASearchOfWholeNumbers() {
    try (SolverSession session = solver().open(knapsack())) {
      session.setIntegrality(false);
      optimal(session.solve(new SolverLimits(0, 0), Deadline.never()));
      session.setIntegrality(true);
      optimal(session.solve(new SolverLimits(0, 1000), Deadline.never()));
      session.addRow(Double.NEGATIVE_INFINITY, 1e6, new Terms().add(0, 1));
      assertSame(Basis.NONE, session.basis());
    }
  }

  private static LinearModel knapsack() {
    LinearModel model = new LinearModel();
    Terms weights = new Terms();
    for (int j = 0; j < 8; j++) {
      weights.add(model.addBinary(-10 - j), 3 + j % 3);
    }
    model.atMost(15, weights);
    return model;
  }

  @Test
  void refusesABasisThatIsLargerThanTheModel() {
    try (SolverSession session = solver().open(transport(1))) {
      Basis larger = new Basis(new byte[10_000], new byte[10_000]);
      assertThrows(IllegalArgumentException.class, () -> session.setBasis(larger));
    }
  }

  @Test
  void stopsAtTheClockWhereNoOneAsksTheDeadline() {
    long start = System.nanoTime();
    try (SolverSession session = solver().open(hard())) {
      Deadline unasked =
          new Deadline() {
            @Override
            public boolean passed() {
              return false;
            }

            @Override
            public double remainingSeconds() {
              return 0.4 - (System.nanoTime() - start) / 1e9;
            }
          };
      assertInstanceOf(
          SolverOutcome.TimedOut.class, session.solve(new SolverLimits(0, 100_000_000), unasked));
    }
  }

  private static Solution optimal(SolverOutcome outcome) {
    return assertInstanceOf(SolverOutcome.Optimal.class, outcome).solution();
  }
}
