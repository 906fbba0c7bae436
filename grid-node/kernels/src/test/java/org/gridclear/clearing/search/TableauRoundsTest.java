package org.gridclear.clearing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.Solution;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** Bounds of a case whose offers differ from those of its base. */
class TableauRoundsTest {
  private static final double GAP = 5e-4;

  private final MarketDay base =
      SyntheticMarket.complete(
          BuiltInNetworks.read("ieee30"),
          new Horizon(6, 60),
          new SyntheticOptions(3, 1.2, 0.25, 0.04, 0.3));
  private final ClearingCase cheaper = ClearingCase.of(withCheaperUnit(base, 1, 0.7));

  private static MarketDay withCheaperUnit(MarketDay day, int unit, double share) {
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

  private ModelSession open(ClearingOptions options, WarmStart start) {
    ClearingContext context = ClearingContext.of(Fixtures.highs()).startingFrom(start);
    ClearingGrid grid = new ClearingGrid(cheaper);
    return new ModelSession(cheaper, grid, options, context, false, false, start);
  }

  /** Statuses that a dispatch leaves fixed would make a bound of a schedule's own cost. */
  @Test
  void aBoundStaysOneWhateverIsDispatchedBetweenRounds() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(GAP);
    ClearingResult first = Fixtures.clear(base, options);
    double optimumYuan = Fixtures.clear(cheaper, options.withGap(1e-6)).objectiveYuan();
    try (ModelSession solve = open(options, first.start())) {
      Solution raised = solve.relaxed().orElseThrow();
      double relaxedYuan = raised.objective();
      boolean[][] on = first.schedule().committed();
      TableauRounds rounds = new TableauRounds(solve, GAP);
      for (int round = 0; round < 3; round++) {
        raised = rounds.raised(raised, 2 * optimumYuan, Deadline.never());
        assertTrue(raised.objective() <= optimumYuan * (1 + 1e-7), "no bound: " + raised);
        boolean[][] tried = Arrays.stream(on).map(boolean[]::clone).toArray(boolean[][]::new);
        Arrays.stream(tried).skip(round).forEach(unit -> Arrays.fill(unit, true));
        double useful = round % 2 == 0 ? 0 : Double.POSITIVE_INFINITY;
        solve.redispatchStatuses(tried, "between rounds", useful);
      }
      assertTrue(raised.objective() > relaxedYuan, "no cuts");
    }
  }

  @Test
  void aRelaxationWithinAllLimitsIsNotSolvedAgainAndIsTheSame() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(GAP);
    WarmStart start = Fixtures.clear(base, options).start();
    double yuan = ClearingKernel.relaxationYuan(cheaper, options, Fixtures.highs());
    try (ModelSession solve = open(options, start)) {
      Solution once = solve.relaxedOnce().orElseThrow();
      boolean within = solve.flowRows().meetsAll(once.columns());
      int rounds = solve.rounds();
      double again = solve.relaxed().orElseThrow().objective();
      assertEquals(within, rounds == solve.rounds());
      assertTrue(again >= once.objective() - 1e-6 * yuan);
      assertTrue(again >= yuan * (1 - 1e-7), "as far as the relaxation from nothing");
    }
  }

  @Test
  void aRelaxationThatIsEnoughNeedsNotAllLimits() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(GAP);
    double yuan = ClearingKernel.relaxationYuan(cheaper, options, Fixtures.highs());
    try (ModelSession solve = open(options, WarmStart.NONE)) {
      double enough = solve.relaxed(0).orElseThrow().objective();
      assertEquals(1, solve.rounds());
      assertTrue(enough <= yuan * (1 + 1e-9));
      assertEquals(yuan, solve.relaxed().orElseThrow().objective(), 1e-7 * yuan);
    }
  }

  /** Where it is whole by chance it is not yet what a schedule costs. */
  @Test
  void aRelaxationThatIsEnoughIsDispatchedWithinTheLimitsThatItLeftOut() {
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(GAP);
    double yuan = ClearingKernel.relaxationYuan(cheaper, options, Fixtures.highs());
    try (ModelSession solve = open(options, WarmStart.NONE)) {
      Solution enough = solve.relaxed(0).orElseThrow();
      assertTrue(enough.objective() < yuan * (1 - 1e-6), "no limit is met; the day shows nothing");
      double dispatched = solve.withItsLosses(enough).orElseThrow().objective();
      assertEquals(yuan, dispatched, 1e-7 * yuan);
    }
  }
}
