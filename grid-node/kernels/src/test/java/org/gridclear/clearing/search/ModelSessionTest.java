package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.gridclear.clearing.ManyUnits;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

class ModelSessionTest {
  @Test
  void aDispatchFromBeforeOthersBroughtRowsGetsDualsForAllOfThem() {
    ClearingCase day =
        ClearingCase.of(
            SyntheticMarket.complete(
                BuiltInNetworks.read("ieee57"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT));
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(0.1);
    try (ModelSession solve =
        new ModelSession(
            day, new ClearingGrid(day), options, context, true, false, WarmStart.NONE)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      Solution first = dispatched(solve, relaxed, 0.05).orElseThrow();
      assertSame(first, solve.withAllRows(first));
      int rowsBefore = solve.flowRows().rowCount();
      dispatched(solve, relaxed, 0.5);
      dispatched(solve, relaxed, 0.9);
      assertTrue(solve.flowRows().rowCount() > rowsBefore, "no rows came; the day shows nothing");
      Solution again = solve.withAllRows(first);
      assertNotSame(first, again);
      int rows = solve.model().linear().rowCount() + solve.flowRows().rowCount();
      assertEquals(rows, again.rowDuals().length);
      assertEquals(first.objective(), again.objective(), 1e-4 * first.objective());
      solve.release();
      solve.session().setStart(first.columns());
    }
  }

  @Test
  void cutsThatComeAfterADispatchCostNoSecondOne() {
    ClearingCase day = ManyUnits.random(2);
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve =
        new ModelSession(
            day,
            new ClearingGrid(day),
            ClearingOptions.LOSSLESS,
            context,
            false,
            false,
            WarmStart.NONE)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      Solution first = dispatched(solve, relaxed, 0.1).orElseThrow();
      Solution raised =
          new CapacityCuts(solve, 0.001)
              .raised(relaxed, Double.POSITIVE_INFINITY, Deadline.never());
      assertTrue(raised.objective() > relaxed.objective(), "no cuts came; the day shows nothing");
      int rounds = solve.rounds();
      Solution again = solve.withAllRows(first);
      assertEquals(rounds, solve.rounds(), "solved again");
      Solution oracle = solve.dispatch(first.columns(), "test");
      assertEquals(oracle.objective(), again.objective(), 1e-9 * oracle.objective());
      assertEquals(oracle.rowDuals().length, again.rowDuals().length);
      int known = first.rowDuals().length;
      assertArrayEquals(first.rowDuals(), Arrays.copyOf(again.rowDuals(), known));
      assertTrue(Arrays.stream(again.rowDuals()).skip(known).allMatch(dual -> dual == 0));
    }
  }

  private static Optional<Solution> dispatched(
      ModelSession solve, Solution relaxed, double threshold) {
    boolean[][] on = new RoundingHeuristic(solve.model()).round(relaxed.columns(), threshold);
    return solve.dispatchStatuses(on, "test", Double.POSITIVE_INFINITY);
  }
}
