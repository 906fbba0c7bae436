package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.report.MarketFigures.BalanceRow;
import org.gridclear.report.MarketFigures.ZonePrice;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures of a small real-time day by hand: a cheap unit of 100 MW that was awarded 12 MW of
 * reserve in hours 2 and 3, a dear one, and 120 MW of load at another bus behind a full line.
 */
class AncillaryStatusTest {
  private static final String DAY =
      """
      {"name": "day", "horizon": {"periodCount": 4},
       "network": {"buses": [{"id": "a", "zone": "north", "type": "reference"},
           {"id": "b", "zone": "south"}, {"id": "c", "zone": "south"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
           {"id": "bc", "from": "b", "to": "c", "xPu": 0.1}]},
       "thermalUnits": [
         {"id": "cheap", "bus": "a", "offers": [{"mw": [20, 100], "yuanPerH": [2000, 10000]}],
          "commitment": ["on", "on", "on", "on"], "reserves": ["spin"],
          "initial": {"on": true, "hours": 9, "powerMw": 90}},
         {"id": "dear", "bus": "c", "offers": [{"mw": [0, 200], "yuanPerH": [0, 60000]}],
          "commitment": ["on", "on", "on", "on"],
          "initial": {"on": true, "hours": 9, "powerMw": 30}}],
       "busLoads": [{"bus": "b", "mw": [80, 100, 120, 120]}, {"bus": "c", "mw": 10}],
       "rules": {"products": [{"id": "spin"}],
         "priceZones": [{"id": "hub", "buses": ["a", "c"]}],
         "ranges": [{"id": "award", "kind": "award", "item": "spin", "min": 12,
           "from": 1, "to": 3, "scope": {"units": ["cheap"]}}]}}
      """;

  @TempDir static Path folder;

  private static Cleared cleared;

  private record Cleared(ClearingCase of, ClearingOutcome.Cleared outcome) {}

  @BeforeEach
  void clear() throws IOException {
    if (cleared != null) {
      return;
    }
    Files.writeString(folder.resolve("day.json"), DAY);
    var content = CaseFiles.load("day.json", folder, Set.of()).content();
    ClearingCase of = ClearingCase.of(((CaseFiles.Content.WholeDay) content).day()).in(Market.RT);
    cleared =
        new Cleared(
            of,
            (ClearingOutcome.Cleared)
                ClearingKernel.clear(
                    of, ClearingOptions.LOSSLESS.withGap(0), HighsSolver.find().orElseThrow()));
  }

  private static AncillaryStatus status() {
    return new AncillaryStatus(cleared.of(), cleared.outcome().result());
  }

  private static double[] byPeriod(IntToDoubleFunction of) {
    double[] values = new double[4];
    Arrays.setAll(values, of);
    return values;
  }

  @Test
  void anAwardIsShownWhereItBindsAndNowhereElse() {
    AncillaryStatus status = status();
    assertEquals(List.of("spin"), status.products());
    assertArrayEquals(new double[] {0, 12, 12, 0}, byPeriod(t -> status.awardedMw(0, 0, t)), 1e-9);
    assertArrayEquals(new double[4], byPeriod(t -> status.awardedMw(1, 0, t)), 0);
    assertTrue(status.concerns(0, 0));
    assertFalse(status.concerns(1, 0), "it may not provide it and was awarded none");
  }

  @Test
  void whatIsHeldOfAnAwardIsNotCalledAndTheRestIs() {
    AncillaryStatus status = status();
    for (int t = 0; t < 4; t++) {
      double held = status.heldMw(0, 0, t);
      double called = status.calledMw(0, 0, t);
      double awarded = t == 1 || t == 2 ? 12 : 0;
      assertEquals(Math.max(0, awarded - held), called, 1e-6, "period " + t);
    }
    assertEquals(12, status.heldMw(0, 0, 1), 1e-6);
    assertEquals(0, status.availableMw(1, 0, 0), 0);
    assertEquals(0, status.calledMw(1, 0, 1), 0);
  }

  /** 88 MW at most while 12 are held: 90, 88, 88 and 100 of 90, 110, 130 and 130. */
  @Test
  void theBalanceCountsUnitsOnlineAgainstTheirOutput() {
    List<BalanceRow> rows = MarketFigures.balance(cleared.of(), cleared.outcome().result());
    assertEquals(4, rows.size());
    double[] load = {90, 110, 130, 130};
    for (BalanceRow row : rows) {
      int t = row.period();
      assertEquals(load[t], row.loadMw(), 1e-9);
      assertEquals(load[t], row.outputMw(), 1e-6);
      assertEquals(300, row.onlineCapacityMw(), 0);
      assertEquals(300 - load[t], row.positiveReserveMw(), 1e-6);
      assertEquals(load[t] - 20, row.negativeReserveMw(), 1e-6, "20 MW are the least");
      assertEquals(0, row.shedMw(), 1e-9);
      assertEquals(0, row.requiredPositiveMw(), 0);
      assertEquals(0, row.requiredNegativeMw(), 0);
    }
    double[] cheap = cleared.outcome().result().schedule().outputMw()[0];
    assertArrayEquals(new double[] {90, 88, 88, 100}, cheap, 1e-6);
  }

  /** Zones of buses and logical ones, by load, and by generation where there is none. */
  @Test
  void zonesHaveThePriceOfTheirLoadElseOfTheirGeneration() {
    List<ZonePrice> prices =
        MarketFigures.zonePrices(cleared.of().day(), cleared.outcome().result());
    assertEquals(12, prices.size());
    assertEquals(
        List.of("hub", "north", "south"),
        prices.subList(0, 3).stream().map(ZonePrice::zone).toList());
    double[][] lmp = cleared.outcome().result().prices().lmpYuanPerMwh();
    double[] cheap = cleared.outcome().result().schedule().outputMw()[0];
    double[] load = {80, 100, 120, 120};
    for (ZonePrice price : prices) {
      int t = price.period();
      double weight =
          switch (price.zone()) {
            case "hub" -> 10;
            case "north" -> cheap[t];
            default -> load[t] + 10;
          };
      assertEquals(weight, price.weightMw(), 1e-6, price.toString());
      assertEquals(price.zone().equals("hub"), price.logical());
      double expected =
          switch (price.zone()) {
            case "hub" -> lmp[2][t];
            case "north" -> lmp[0][t];
            default -> (load[t] * lmp[1][t] + 10 * lmp[2][t]) / (load[t] + 10);
          };
      assertEquals(expected, price.priceYuanPerMwh(), 1e-9, price.toString());
      assertEquals(
          price.priceYuanPerMwh(),
          price.energyYuanPerMwh() + price.congestionYuanPerMwh() + price.lossYuanPerMwh(),
          1e-6);
    }
    assertEquals(100, lmp[0][0], 1e-6, "the cheap unit has room");
    assertEquals(300, lmp[0][1], 1e-6, "its reserve is held, the dear one gives the rest");
  }

  @Test
  void theCurvesOfPricesHaveTheLowestTheMeanByLoadAndTheHighest() {
    List<double[]> curves = MarketFigures.lmpCurves(cleared.of().day(), cleared.outcome().result());
    double[][] lmp = cleared.outcome().result().prices().lmpYuanPerMwh();
    double[] load = {80, 100, 120, 120};
    for (int t = 0; t < 4; t++) {
      int period = t;
      double[] all = Arrays.stream(lmp).mapToDouble(bus -> bus[period]).toArray();
      assertEquals(Arrays.stream(all).min().orElseThrow(), curves.get(0)[t], 0);
      assertEquals(Arrays.stream(all).max().orElseThrow(), curves.get(2)[t], 0);
      assertEquals((load[t] * all[1] + 10 * all[2]) / (load[t] + 10), curves.get(1)[t], 1e-9);
    }
  }
}
