package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A large relaxation starts from its periods and ends where little of the gap is missing. */
@Tag("slow")
class RelaxationTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(0.01);

  /** Of 54 units: more statuses than a small model has. */
  private static final int PERIODS = 76;

  private static ClearingCase large() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"), new Horizon(PERIODS, 60), SyntheticOptions.DEFAULT);
    return ClearingCase.of(
        day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of()))));
  }

  @Test
  void aLargeRelaxationIsABoundThatLacksLittleAndCanBeCompleted() {
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve = Fixtures.solve(large(), OPTIONS, context)) {
      Solution relaxed = solve.relaxed().orElseThrow();
      assertTrue(solve.flowRows().size() > 100, "few limits are met; the day shows nothing");
      assertEquals(
          solve.model().linear().columnCount(),
          solve.bases().relaxed().columns().length - columnsOfRows(solve));
      solve.reopenRelaxation();
      Solution whole = solve.secure("test").orElseThrow();
      assertTrue(relaxed.objective() <= whole.objective() * (1 + 1e-9));
      assertEquals(whole.objective(), relaxed.objective(), 2e-3 * whole.objective());
      Solution once = solve.relaxedOnce().orElseThrow();
      assertEquals(whole.objective(), once.objective(), 1e-6 * whole.objective());
    }
  }

  private static int columnsOfRows(ModelSession solve) {
    return solve.flowRows().columnEnd() - solve.model().linear().columnCount();
  }
}
