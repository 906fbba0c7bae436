package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Basis;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A large relaxation starts from its periods and ends where little of the gap is missing. */
@Tag("slow")
class RelaxationTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(0.01);

  /** Of 54 thermal units: more statuses than a small model has. */
  private static final int PERIODS = 76;

  /** No unit follows a forecast. */
  private static final SyntheticOptions ALL_THERMAL = new SyntheticOptions(1, 1, 0, 0.04, 0.04);

  private static ClearingCase large() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"), new Horizon(PERIODS, 60), ALL_THERMAL);
    return ClearingCase.of(
        day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of()))));
  }

  @Test
  void aLargeRelaxationIsABoundThatLacksLittleAndCanBeCompleted() {
    ClearingContext context = ClearingContext.of(Fixtures.highs());
    try (ModelSession solve = Fixtures.solve(large(), OPTIONS, context)) {
      assertFalse(solve.small(), "a small model has no large relaxation");
      Solution relaxed = solve.relaxed().orElseThrow();
      assertTrue(solve.flowRows().size() > 100, "few limits are met; the day shows nothing");
      Basis basis = solve.bases().relaxed();
      assertTrue(basis.columns().length > solve.model().linear().columnCount());
      assertTrue(basis.columns().length <= solve.flowRows().columnEnd());
      assertEquals(basis.rows().length, basic(basis.columns()) + basic(basis.rows()));
      solve.reopenRelaxation();
      Solution whole = solve.secure("test").orElseThrow();
      assertTrue(relaxed.objective() <= whole.objective() * (1 + 1e-9));
      assertEquals(whole.objective(), relaxed.objective(), 2e-3 * whole.objective());
      Solution once = solve.relaxedOnce().orElseThrow();
      assertEquals(whole.objective(), once.objective(), 1e-6 * whole.objective());
    }
  }

  private static int basic(byte[] statuses) {
    return (int)
        IntStream.range(0, statuses.length).filter(k -> statuses[k] == Basis.BASIC).count();
  }
}
