package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.context.SolverPhase;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
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
    return clear(
        day,
        ClearingOptions.LOSSLESS.withGap(gap(losses)).withLosses(losses),
        ClearingContext.of(Fixtures.highs()).startingFrom(start));
  }

  private static ClearingResult clear(
      MarketDay day, ClearingOptions options, ClearingContext context) {
    ClearingResult result =
        assertInstanceOf(
                ClearingOutcome.Cleared.class,
                ClearingKernel.clear(ClearingCase.of(day), options, context))
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

  /** One unit's offers fall after the other's: the same schedules, at other costs. */
  @Test
  void aCaseOfOtherOffersIsProvedByCutsAndNotBeyondWhatIsTrue() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(5e-4);
    MarketDay day = day(1.2, false);
    WarmStart start = clear(day, options, ClearingContext.of(Fixtures.highs())).start();
    assertTrue(!start.cuts().cuts().isEmpty(), "cuts are handed on");
    Set<String> phases = new HashSet<>();
    for (int g = 0; g < 2; g++) {
      MarketDay other = withOffersOf(day, g, 0.7);
      ClearingProgress progress =
          new ClearingProgress() {
            @Override
            public void step(String text) {}

            @Override
            public void phase(SolverPhase phase) {
              phases.add(phase.name());
            }
          };
      ClearingContext based =
          new ClearingContext(
              Fixtures.highs(),
              Deadline.never(),
              Deadline.never(),
              progress,
              start,
              FlowOffsets.NONE);
      ClearingResult alone = clear(other, options, ClearingContext.of(Fixtures.highs()));
      ClearingResult found = clear(other, options, based);
      double room = 1e-6 * alone.objectiveYuan();
      assertTrue(found.bestBoundYuan() <= alone.objectiveYuan() + room, "the bound is a bound");
      assertTrue(found.objectiveYuan() >= alone.bestBoundYuan() - room, "nothing is cheaper");
      assertEquals(ClearingResult.Status.OPTIMAL, found.status());
    }
    assertTrue(phases.contains("rounded rows"), "some case needs more cuts: " + phases);
  }

  private static MarketDay withOffersOf(MarketDay day, int unit, double share) {
    List<ThermalUnit> units = new ArrayList<>(day.thermalUnits());
    List<OfferCurve> offers =
        units.get(unit).offers().stream()
            .map(
                curve ->
                    new OfferCurve(
                        curve.mw(), curve.yuanPerH().stream().map(yuan -> share * yuan).toList()))
            .toList();
    units.set(unit, units.get(unit).withOffers(offers));
    return day.withThermalUnits(units);
  }
}
