package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingContext.Proved;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

class ProvedBoundTest {
  private static final ClearingContext FIRST = ClearingContext.of(Fixtures.highs());

  private static ClearingContext with(Proved proved) {
    return new ClearingContext(
        FIRST.solver(),
        FIRST.searchUntil(),
        FIRST.cancelled(),
        FIRST.progress(),
        FIRST.start(),
        FIRST.cuts(),
        Optional.of(proved),
        Optional.empty());
  }

  @Test
  void aBoundProvedBeforeIsNotLostInASearchThatProvesLess() {
    ClearingCase day =
        ClearingCase.of(
            SyntheticMarket.complete(
                BuiltInNetworks.read("ieee57"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT));
    ClearingResult best = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(1e-6));
    ClearingOptions coarse = ClearingOptions.LOSSLESS.withGap(0.05);
    Proved known = new Proved(best.lpYuan(), best.bestBoundYuan(), false);
    ClearingResult without = Fixtures.clear(day, coarse);
    ClearingResult with = Fixtures.cleared(ClearingKernel.clear(day, coarse, with(known)));
    assertTrue(without.bestBoundYuan() < best.bestBoundYuan() * (1 - 1e-5), "proves as much alone");
    assertEquals(best.bestBoundYuan(), with.bestBoundYuan(), 1e-9 * best.bestBoundYuan());
  }

  @Test
  void aBoundOfAStricterModelProvesNothingOfAnElasticOne() {
    ClearingContext strict = with(new Proved(90, 100, false));
    assertTrue(strict.proved(false).isPresent());
    assertTrue(strict.proved(true).isEmpty());
    ClearingContext elastic = with(new Proved(90, 100, true));
    assertEquals(elastic.proved(false), elastic.proved(true));
  }
}
