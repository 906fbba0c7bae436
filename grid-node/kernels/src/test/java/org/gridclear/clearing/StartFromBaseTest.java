package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a base case hands on makes a case faster and changes nothing about it. */
class StartFromBaseTest {
  /** Less where losses are split into secants: that the bound is one shows at any gap. */
  private static double gap(boolean losses) {
    return losses ? 1e-3 : 1e-4;
  }

  /** Losses of a schedule are known to 1e-4 of a twentieth of the load. */
  private static final double LOSS_SHARE = 5e-6;

  private static MarketDay day(double loadScale, boolean losses) {
    return SyntheticMarket.complete(
        BuiltInNetworks.read("ieee30"),
        new Horizon(losses ? 3 : 6, 60),
        new SyntheticOptions(3, loadScale, 0.25, 0.04, 0.3));
  }

  private static ClearingResult clear(MarketDay day, boolean losses, WarmStart start) {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(gap(losses)).withLosses(losses);
    ClearingResult result =
        assertInstanceOf(
                ClearingOutcome.Cleared.class,
                ClearingKernel.clear(
                    ClearingCase.of(day),
                    options,
                    ClearingContext.of(Fixtures.highs()).startingFrom(start)))
            .result();
    assertEquals(
        List.of(),
        ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList());
    return result;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCaseThatStartsFromTheBaseHasTheSameRelaxationAndIsAsGood(boolean losses) {
    WarmStart start = clear(day(1.1, losses), losses, WarmStart.NONE).start();
    assertTrue(start.basis().columns().length > 0, "a basis is handed on");
    for (double loadScale : losses ? new double[] {1.15} : new double[] {1.0, 1.15, 1.3}) {
      ClearingResult alone = clear(day(loadScale, losses), losses, WarmStart.NONE);
      ClearingResult based = clear(day(loadScale, losses), losses, start);
      double tolerance = 2 * gap(losses) * Math.abs(alone.objectiveYuan());
      // Tangents of losses may come at other points: the relaxation is known to a part of the gap.
      assertEquals(
          alone.lpYuan(), based.lpYuan(), losses ? tolerance : 1e-6 * tolerance / gap(losses));
      assertEquals(alone.objectiveYuan(), based.objectiveYuan(), tolerance);
      assertTrue(
          based.bestBoundYuan() <= alone.objectiveYuan() + LOSS_SHARE * alone.objectiveYuan(),
          "the bound is a bound: %s, %s".formatted(based.bestBoundYuan(), alone.objectiveYuan()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onlyRowsThatBindAreHandedOn(boolean losses) {
    ClearingResult result = clear(day(1.3, losses), losses, WarmStart.NONE);
    assertTrue(result.start().rows().size() <= result.statistics().flowRows());
    long binding = result.flows().stream().filter(FlowResult::binding).count();
    assertTrue(result.start().rows().size() >= binding, "all that bind are there");
  }
}
