package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

class WindowNeighbourhoodSearchTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-4);

  private static final ClearingCase DAY =
      ClearingCase.of(
          SyntheticMarket.complete(
              BuiltInNetworks.read("ieee57"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT));

  private record Improved(Solution allOn, Solution best) {}

  private static Improved improve(double enoughYuan, Deadline searchUntil) {
    ClearingContext context =
        Fixtures.context(searchUntil, Deadline.never(), ClearingProgress.silent());
    try (ModelSession solve = Fixtures.solve(DAY, OPTIONS, context)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      int[][] columns = solve.model().statusColumns();
      boolean[][] on = new boolean[columns.length][columns[0].length];
      Arrays.stream(on).forEach(unit -> Arrays.fill(unit, true));
      Solution allOn = solve.dispatchStatuses(on, "all on", Double.POSITIVE_INFINITY).orElseThrow();
      return new Improved(
          allOn,
          new WindowNeighbourhoodSearch(
                  solve,
                  context,
                  relaxed,
                  1e-4,
                  enoughYuan,
                  schedule -> schedule.objective() <= enoughYuan || searchUntil.passed(),
                  () -> {})
              .improve(allOn));
    }
  }

  @Test
  void aPoorScheduleEndsCloseToTheBestOne() {
    double optimum = Fixtures.clear(DAY, OPTIONS.withGap(1e-6)).objectiveYuan();
    Improved improved = improve(optimum, Deadline.never());
    assertTrue(improved.allOn().objective() > 1.02 * optimum, "nothing to improve");
    assertTrue(improved.best().objective() >= optimum * (1 - 2e-6));
    assertEquals(optimum, improved.best().objective(), 0.01 * optimum);
  }

  @Test
  void aScheduleThatIsGoodEnoughIsLeftAlone() {
    Improved improved = improve(Double.MAX_VALUE, Deadline.never());
    assertSame(improved.allOn(), improved.best());
  }

  @Test
  void withoutTimeTheGivenScheduleIsKept() {
    Improved improved = improve(0, Deadline.when(() -> -1));
    assertSame(improved.allOn(), improved.best());
  }
}
