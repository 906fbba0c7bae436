package org.gridclear.solver;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;

/**
 * A deadline is kept within a twentieth, or half a second, whether the model is linear or has whole
 * numbers, whether its session is fresh or used, and whether its clock is the wall's or a slower
 * one, on a processor that others use too.
 */
class HighsDeadlineTest {
  private static final SolverLimits ENDLESS = new SolverLimits(0, 100_000_000);
  private static final double SLOW_CLOCK = 0.4;

  /** Passes after so many seconds of a clock that runs at a share of the processor's speed. */
  private static Deadline after(double seconds, double clockSpeed) {
    long start = cpuNanos();
    return Deadline.when(() -> seconds - clockSpeed * (cpuNanos() - start) / 1e9);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void kept(SolverSession session, double seconds, double clockSpeed) {
    kept(session, seconds, clockSpeed, 0.5);
  }

  /** {@code step}: the longest step that the solver takes without asking for the time, seconds. */
  private static void kept(SolverSession session, double seconds, double clockSpeed, double step) {
    long start = cpuNanos();
    SolverOutcome outcome = session.solve(ENDLESS, after(seconds, clockSpeed));
    double counted = clockSpeed * (cpuNanos() - start) / 1e9;
    assertInstanceOf(SolverOutcome.TimedOut.class, outcome);
    double tolerance = Math.max(0.05 * seconds, step);
    assertTrue(
        Math.abs(counted - seconds) <= tolerance, "%.2f s of %.2f".formatted(counted, seconds));
  }

  /** Weak knapsacks over the same columns: no search ends soon. */
  private static LinearModel market(int columns, int rows) {
    SplittableRandom random = new SplittableRandom(5);
    LinearModel model = new LinearModel();
    for (int j = 0; j < columns; j++) {
      model.addBinary(-100 - random.nextInt(20));
    }
    for (int i = 0; i < rows; i++) {
      Terms terms = new Terms();
      int sum = 0;
      for (int j = 0; j < columns; j++) {
        int weight = random.nextInt(100);
        terms.add(j, weight);
        sum += weight;
      }
      model.atMost(sum / 2, terms);
    }
    return model;
  }

  @Test
  void isKeptByAFreshSearch() {
    try (SolverSession session = HighsSolver.find().orElseThrow().open(market(60, 30))) {
      kept(session, 1.5, 1);
    }
  }

  @Test
  void isKeptByASearchInAUsedSession() {
    try (SolverSession session = HighsSolver.find().orElseThrow().open(market(60, 30))) {
      kept(session, 1.5, 1);
      kept(session, 0.3, 1);
      kept(session, 1, 1);
    }
  }

  @Test
  void givesASearchAllItsTimeByASlowClock() {
    try (SolverSession session = HighsSolver.find().orElseThrow().open(market(60, 30))) {
      kept(session, 1.2, SLOW_CLOCK);
    }
  }

  @Test
  void isKeptByALinearProgramInAUsedSession() {
    try (SolverSession session = HighsSolver.find().orElseThrow().open(market(1200, 1000))) {
      kept(session, 0.7, 1, 2); // its root takes more than a second where others use the processor
      session.setIntegrality(false);
      kept(session, 0.35, 1);
      kept(session, 0.35, SLOW_CLOCK);
    }
  }
}
