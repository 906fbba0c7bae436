package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.ManyUnits;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.solver.SolverLimits;
import org.gridclear.solver.SolverOutcome;
import org.junit.jupiter.api.Test;

class ReducedCostBoundsTest {
  /**
   * What is said of statuses in turn against the whole model solved with the status changed.
   *
   * @param count statuses of which anything is said
   * @param dearest greatest ratio of what is said to what it costs
   */
  private record Compared(int count, double dearest) {}

  private static Compared compared(ClearingCase day, double gap) {
    int count = 0;
    double dearest = 0;
    try (ModelSession solve =
        Fixtures.solve(day, ClearingOptions.LOSSLESS, ClearingContext.of(Fixtures.highs()))) {
      Solution relaxed = solve.relaxed().orElseThrow();
      double[][] yuan = ReducedCostBounds.yuan(solve.model(), relaxed);
      int[][] columns = solve.model().statusColumns();
      for (int g = 0; g < columns.length; g++) {
        for (int t = 0; t < columns[g].length; t += 4) {
          double status = relaxed.columns()[columns[g][t]];
          if (Math.abs(status - Math.rint(status)) < 1e-6 && yuan[g][t] > 1) {
            OptionalDouble found = changed(solve, columns[g][t], 1 - Math.rint(status), gap);
            double cost = found.orElse(Double.POSITIVE_INFINITY) - relaxed.objective();
            dearest = Math.max(dearest, yuan[g][t] / cost);
            count++;
          }
        }
      }
    }
    return new Compared(count, dearest);
  }

  private static OptionalDouble changed(ModelSession solve, int column, double status, double gap) {
    solve.release();
    solve.session().setColumnBounds(column, status, status);
    SolverOutcome outcome =
        solve.session().solve(new SolverLimits(gap, 1_000_000), Deadline.never());
    return outcome instanceof SolverOutcome.Optimal optimal
        ? OptionalDouble.of(optimal.solution().objective())
        : OptionalDouble.empty();
  }

  @Test
  void aScheduleWithAChangedStatusCostsAtLeastWhatIsSaid() {
    Compared compared = compared(ManyUnits.random(2), 1e-2);
    assertTrue(compared.count() > 10, "hardly anything is said: " + compared);
    assertTrue(compared.dearest() <= 1, compared.toString());
  }

  /** A load that takes all at a price couples no units, so nothing but the change itself costs. */
  @Test
  void whereUnitsAreNotCoupledWhatIsSaidIsNearlyWhatItCosts() {
    StringJoiner units = new StringJoiner(",");
    for (int g = 0; g < 6; g++) {
      units.add(ManyUnits.unit("g" + g, 20, 60, 200, 26 + 2 * g, 1 + g % 4, g % 2 == 0));
    }
    String buyer =
        """
        "flexibleLoads": [{"id": "buyer", "bus": "n", "maxMw": 5000, "valueYuanPerMwh":
          [20, 28, 39, 52, 55, 33, 21, 20, 31, 47]}]
        """;
    String noLoad = "0,0,0,0,0,0,0,0,0,0";
    ClearingCase day =
        ClearingCase.of(Days.read(ManyUnits.day(units.toString(), noLoad, 0, buyer)));
    Compared compared = compared(day, 1e-7);
    assertTrue(compared.count() > 5, "hardly anything is said: " + compared);
    assertTrue(compared.dearest() <= 1 + 1e-6, compared.toString());
    assertTrue(compared.dearest() > 0.9, compared.toString());
  }
}
