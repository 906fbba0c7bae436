package org.gridclear.solver.highs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Terms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small programs in whole numbers against trying every point, in one session whose bounds, rows and
 * columns change between solves: what an earlier solve left must not show in a later one.
 */
class RandomProgramsTest {
  private static final int COLUMNS = 4;
  private static final int MOST = 4;
  private static final SolverLimits EXACT = new SolverLimits(0, 10_000);

  /** A program that is kept beside the session, in plain numbers. */
  private static final class Program {
    private final Random random;
    private final int[] lower = new int[COLUMNS];
    private final int[] upper = new int[COLUMNS];
    private final int[] cost = new int[COLUMNS];
    private final int[][] row = new int[3][COLUMNS];
    private final int[] rowLower = new int[3];
    private final int[] rowUpper = new int[3];

    Program(long seed) {
      random = new Random(seed);
      for (int j = 0; j < COLUMNS; j++) {
        cost[j] = random.nextInt(21) - 10;
        bounds(j);
      }
      for (int i = 0; i < row.length; i++) {
        for (int j = 0; j < COLUMNS; j++) {
          row[i][j] = random.nextInt(7) - 3;
        }
        rowBounds(i);
      }
    }

    void bounds(int j) {
      lower[j] = random.nextInt(3) - 1;
      upper[j] = lower[j] + random.nextInt(MOST);
    }

    void rowBounds(int i) {
      rowLower[i] = random.nextInt(9) - 8;
      rowUpper[i] = rowLower[i] + random.nextInt(12);
    }

    Terms terms(int i) {
      Terms terms = new Terms();
      for (int j = 0; j < COLUMNS; j++) {
        terms.add(j, row[i][j]);
      }
      return terms;
    }

    LinearModel model(int rows) {
      LinearModel model = new LinearModel();
      for (int j = 0; j < COLUMNS; j++) {
        model.addColumn(lower[j], upper[j], cost[j], true);
      }
      for (int i = 0; i < rows; i++) {
        model.addRow(rowLower[i], rowUpper[i], terms(i));
      }
      return model;
    }

    /** The least cost of all points that keep the first rows; infinite if none does. */
    double best(int rows) {
      return best(rows, new int[COLUMNS], 0);
    }

    private double best(int rows, int[] point, int j) {
      if (j == COLUMNS) {
        return keeps(rows, point) ? value(cost, point) : Double.POSITIVE_INFINITY;
      }
      double best = Double.POSITIVE_INFINITY;
      for (int x = lower[j]; x <= upper[j]; x++) {
        point[j] = x;
        best = Math.min(best, best(rows, point, j + 1));
      }
      return best;
    }

    private boolean keeps(int rows, int[] point) {
      boolean keeps = true;
      for (int i = 0; i < rows; i++) {
        double value = value(row[i], point);
        keeps &= value >= rowLower[i] && value <= rowUpper[i];
      }
      return keeps;
    }

    private static double value(int[] factors, int[] point) {
      double sum = 0;
      for (int j = 0; j < COLUMNS; j++) {
        sum += factors[j] * point[j];
      }
      return sum;
    }
  }

  private static void agrees(Program program, SolverSession session, int rows, String when) {
    double best = program.best(rows);
    SolverOutcome outcome = session.solve(EXACT, Deadline.never());
    if (Double.isInfinite(best)) {
      assertInstanceOf(SolverOutcome.Infeasible.class, outcome, when);
      return;
    }
    Solution found = assertInstanceOf(SolverOutcome.Optimal.class, outcome, when).solution();
    assertEquals(best, found.objective(), 1e-6, when);
    session.setIntegrality(false);
    SolverOutcome relaxed = session.solve(EXACT, Deadline.never());
    session.setIntegrality(true);
    Solution bound = assertInstanceOf(SolverOutcome.Optimal.class, relaxed, when).solution();
    assertTrue(bound.objective() <= best + 1e-6, when + ": a relaxation is no dearer");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everySolveOfASessionFindsTheBestOfAllPoints(long seed) {
    Program program = new Program(seed);
    try (SolverSession session = Fixtures.highs().open(program.model(2))) {
      agrees(program, session, 2, "at first");
      session.addRow(program.rowLower[2], program.rowUpper[2], program.terms(2));
      agrees(program, session, 3, "with a row more");
      for (int change = 0; change < 6; change++) {
        int i = change % 3;
        program.rowBounds(i);
        session.setRowBounds(i, program.rowLower[i], program.rowUpper[i]);
        int j = change % COLUMNS;
        program.bounds(j);
        session.setColumnBounds(j, program.lower[j], program.upper[j]);
        agrees(program, session, 3, "after change " + change);
      }
    }
  }
}
