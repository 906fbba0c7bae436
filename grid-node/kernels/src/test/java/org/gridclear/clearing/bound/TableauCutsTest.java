package org.gridclear.clearing.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.RowWeights;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.gridclear.solver.SolverSession;
import org.gridclear.solver.Tableau;
import org.gridclear.solver.Terms;
import org.junit.jupiter.api.Test;

class TableauCutsTest {
  private static final SolverLimits EXACT = new SolverLimits(0, 10_000);
  private static final int UNITS = 5;

  private static Solution optimum(SolverSession session) {
    return assertInstanceOf(SolverOutcome.Optimal.class, session.solve(EXACT, Deadline.never()))
        .solution();
  }

  /** Units with a least and a greatest output, a load, a reserve, and a limit on some of them. */
  private static LinearModel units(SplittableRandom random, Inequality maximised) {
    LinearModel model = new LinearModel();
    Terms load = new Terms();
    Terms capacity = new Terms();
    Terms flow = new Terms();
    double need = 0;
    for (int g = 0; g < UNITS; g++) {
      double mw = random.nextInt(20, 100);
      int on = model.addColumn(0, 1, random.nextDouble(100, 900), true);
      int output = model.addColumn(0, mw, random.nextDouble(5, 30));
      model.atMost(0, new Terms().add(output, 1).add(on, -mw));
      model.atLeast(0, new Terms().add(output, 1).add(on, -0.4 * mw));
      load.add(output, 1);
      capacity.add(on, mw);
      flow.add(output, random.nextDouble(-0.6, 0.6));
      need += 0.5 * mw;
    }
    int shed = model.addColumn(0, Double.POSITIVE_INFINITY, 500);
    model.equal(need, load.add(shed, 1));
    model.atLeast(1.1 * need, capacity.add(shed, 1));
    int over = model.addColumn(0, Double.POSITIVE_INFINITY, 200);
    model.addRow(-10, 10, flow.add(over, -1));
    return maximised == null ? model : withCosts(model, maximised);
  }

  private static LinearModel withCosts(LinearModel model, Inequality maximised) {
    for (int j = 0; j < model.columnCount(); j++) {
      model.addCost(j, -model.cost(j));
    }
    for (int k = 0; k < maximised.columns().length; k++) {
      model.addCost(maximised.columns()[k], -maximised.values()[k]);
    }
    return model;
  }

  private static Optional<Tableau> tableau(SolverSession session, LinearModel model, double[] x) {
    return session.tableau(j -> model.isInteger(j) && Math.abs(x[j] - Math.rint(x[j])) > 0.01);
  }

  /** A whole-numbered program of its own says how far left a cut can be reached. */
  @Test
  void noSchedulesAreCutOffButThePointIs() {
    int count = 0;
    for (int seed = 0; seed < 25; seed++) {
      LinearModel model = units(new SplittableRandom(seed), null);
      try (SolverSession session = Fixtures.highs().open(model)) {
        double whole = optimum(session).objective();
        session.setIntegrality(false);
        Solution relaxed = optimum(session);
        for (int round = 0; round < 2; round++) {
          double[] x = relaxed.columns();
          List<Inequality> cuts =
              tableau(session, model, x).map(t -> TableauCuts.of(t, x, 9)).orElse(List.of());
          for (Inequality cut : cuts) {
            assertTrue(cut.excess(x) > 0);
            try (SolverSession most =
                Fixtures.highs().open(units(new SplittableRandom(seed), cut))) {
              assertTrue(-optimum(most).objective() <= cut.upper() + 1e-6, "a schedule is cut off");
            }
            session.addRow(Double.NEGATIVE_INFINITY, cut.upper(), cut.terms());
            count++;
          }
          Solution raised = optimum(session);
          assertTrue(cuts.isEmpty() || raised.objective() > relaxed.objective());
          assertTrue(raised.objective() <= whole + 1e-6 * whole, "more than is true");
          relaxed = raised;
        }
      }
    }
    assertTrue(count > 50, "only " + count + " cuts were found");
  }

  @Test
  void aRowOfTheTableauHasOneBasicColumn() {
    LinearModel model = units(new SplittableRandom(3), null);
    try (SolverSession session = Fixtures.highs().open(model)) {
      session.setIntegrality(false);
      double[] x = optimum(session).columns();
      Tableau tableau = tableau(session, model, x).orElseThrow();
      assertEquals(model.rowCount(), tableau.program().rowCount());
      byte[] statuses = session.basis().columns();
      for (RowWeights row : tableau.rows()) {
        double[] sum = new double[model.columnCount()];
        for (int k = 0; k < row.rows().length; k++) {
          for (int e = model.rowStart(row.rows()[k]); e < model.rowStart(row.rows()[k] + 1); e++) {
            sum[model.entryColumn(e)] += row.weights()[k] * model.entryValue(e);
          }
        }
        double basic = 0;
        for (int j = 0; j < sum.length; j++) {
          basic += statuses[j] == 1 ? Math.abs(sum[j]) : 0;
        }
        assertEquals(1, basic, 1e-9);
      }
    }
  }

  @Test
  void cutsThatSayNearlyTheSameAreOne() {
    LinearModel model = new LinearModel();
    model.addColumn(0, 1, 0, true);
    model.addColumn(0, 1, 0, true);
    int row = model.atLeast(1.5, new Terms().add(0, 1).add(1, 1.001));
    RowWeights once = new RowWeights(new int[] {row}, new double[] {1});
    Tableau twice = new Tableau(model, List.of(once, once));
    List<Inequality> cuts = TableauCuts.of(twice, new double[] {1, 0.4995}, 9);
    assertEquals(1, cuts.size());
    assertTrue(cuts.get(0).excess(new double[] {1, 1}) <= 1e-6);
  }

  @Test
  void aRowWithoutBoundsSaysNothing() {
    LinearModel model = new LinearModel();
    model.addBinary(1);
    int row =
        model.addRow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new Terms().add(0, 2));
    Tableau free = new Tableau(model, List.of(new RowWeights(new int[] {row}, new double[] {0.5})));
    assertEquals(List.of(), TableauCuts.of(free, new double[] {0.4}, 9));
  }
}
