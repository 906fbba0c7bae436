package org.gridclear.monitoring.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.monitoring.measure.MarketFacts.BusFacts;
import org.gridclear.monitoring.measure.MarketFacts.LoadFacts;
import org.gridclear.monitoring.measure.MarketFacts.Place;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.Seen;
import org.gridclear.monitoring.measure.MarketFacts.StorageFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each measure on a market of two half hours and two buses, counted by hand. */
// Rows: J-01
class MeasuresTest {
  private static final double[] NORTH = {100, 300};
  private static final double[] SOUTH = {500, -50};
  private static final double NONE = Double.NaN;

  private static double[] of(double... values) {
    return values;
  }

  private static Place at(String bus) {
    return new Place(bus, bus, bus.equals("n") ? NORTH : SOUTH);
  }

  private static UnitFacts unit(
      String id,
      String bus,
      String fuel,
      boolean thermal,
      double[] mw,
      double[] on,
      boolean offers) {
    OfferedCurve curve = new OfferedCurve(of(20, 60, 80), of(4_000, 12_000, 20_000));
    Optional<OfferedCurve> offer = offers ? Optional.of(curve) : Optional.empty();
    return new UnitFacts(
        id, at(bus), fuel, "", thermal, mw, of(80, 70), on, of(1, 0), List.of(offer, offer));
  }

  /** A coal unit that stops, wind, and a unit that offers nothing and stands still. */
  private static MarketFacts market(UnitFacts... more) {
    UnitFacts[] units = Arrays.copyOf(more, more.length + 3);
    units[more.length] = unit("coal", "n", "Coal", true, of(70, 0), of(1, 0), true);
    units[more.length + 1] = unit("wind", "s", "WIND", false, of(30, 40), of(NONE, NONE), true);
    units[more.length + 2] = unit("still", "s", "coal", true, of(0, 0), of(0, 0), false);
    return new MarketFacts(
        LocalDate.of(2026, 10, 1),
        MarketFacts.SYSTEM,
        new MarketFacts.Span(2, 0.5),
        List.of(units),
        List.of(
            new LoadFacts(at("n"), of(60, 0), of(60, 0)),
            new LoadFacts(at("s"), of(30, 0), of(50, 0))),
        List.of(new StorageFacts(at("s"), of(-10, 5))),
        new MarketFacts.Grid(
            List.of(
                new BusFacts("n", "n", NORTH, of(-40, 10)),
                new BusFacts("s", "s", SOUTH, of(0, 20))),
            List.of()),
        List.of(
            new ReserveFacts("spin", of(12, 10), of(10, 10), of(0, 2), of(3, 4)),
            new ReserveFacts("slow", of(5, 5), of(6, 4), of(1, 0), of(1, 1))),
        Seen.NOTHING);
  }

  private static final Fuels FUELS =
      new Fuels(List.of(new Fuel("coal", false, 0.9), new Fuel("Wind", true, 0)));

  private static final Map<Measure, double[]> BY_HAND = new EnumMap<>(Measure.class);

  static {
    BY_HAND.put(Measure.HOURS, of(0.5, 0.5));
    BY_HAND.put(Measure.DEMAND_MW, of(110, 0));
    BY_HAND.put(Measure.SERVED_MW, of(90, 0));
    BY_HAND.put(Measure.OUTPUT_MW, of(100, 40));
    BY_HAND.put(Measure.AVAILABLE_MW, of(240, 210));
    BY_HAND.put(Measure.ONLINE_MW, of(80 + 80, 70));
    BY_HAND.put(Measure.OFFERED_MW, of(160, 160));
    BY_HAND.put(Measure.MUST_RUN_MW, of(20, 0));
    BY_HAND.put(Measure.RENEWABLE_MW, of(30, 40));
    BY_HAND.put(Measure.RENEWABLE_AVAILABLE_MW, of(80, 70));
    BY_HAND.put(Measure.STORAGE_MW, of(-10, 5));
    BY_HAND.put(Measure.STARTS, of(2, 0));
    // (60 · 100 + 30 · 500) / 90; without load the mean over buses.
    BY_HAND.put(Measure.PRICE, of(21_000 / 90.0, 125));
    BY_HAND.put(Measure.HIGHEST_PRICE, of(500, 300));
    BY_HAND.put(Measure.LOWEST_PRICE, of(100, -50));
    BY_HAND.put(Measure.REVENUE, of((70 * 100 + 30 * 500) / 2.0, -50 * 40 / 2.0));
    // Coal at 70: half way from 12 000 to 20 000; wind at 30 and 40: 6 000 and 8 000.
    BY_HAND.put(Measure.OFFERED_COST, of((16_000 + 6_000) / 2.0, 8_000 / 2.0));
    BY_HAND.put(Measure.PAYMENT, of(10_500, 0));
    // North: −40 · (60 − 70); south: 0, and 20 · (0 − 40 − 5) in the second half hour.
    BY_HAND.put(Measure.CONGESTION, of(200, -450));
    BY_HAND.put(Measure.RESERVE_MW, of(17, 15));
    BY_HAND.put(Measure.RESERVE_REQUIRED_MW, of(16, 14));
    BY_HAND.put(Measure.RESERVE_MISSING_MW, of(1, 2));
    BY_HAND.put(Measure.RESERVE_COST, of((36 + 5) / 2.0, (40 + 5) / 2.0));
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void aMeasureIsWhatTheHandCounts(Measure measure) {
    Measures measures = new Measures(market(), FUELS);
    assertArrayEquals(BY_HAND.get(measure), measures.of(measure), 1e-9);
    assertSame(measures.of(measure), measures.of(measure), "once");
  }

  @Test
  void whatRunsWithoutAnOfferHasNoKnownCostAndWhatStandsStillHasNone() {
    UnitFacts silent = unit("silent", "s", "coal", true, of(0, 10), of(0, 1), false);
    double[] cost = new Measures(market(silent), FUELS).of(Measure.OFFERED_COST);
    assertEquals(11_000, cost[0], 1e-9);
    assertEquals(NONE, cost[1], 0);
    UnitFacts idling = unit("idling", "s", "coal", true, of(0, 0), of(1, 0), true);
    assertEquals(
        11_000 + 2_000,
        new Measures(market(idling), FUELS).of(Measure.OFFERED_COST)[0],
        1e-9,
        "on at 0 MW costs what its least output costs");
  }

  @Test
  void anUnknownFuelMakesRenewablesUnknownAndNothingElse() {
    Measures measures =
        new Measures(market(unit("p", "n", "Peat", true, of(1, 1), of(1, 1), true)), FUELS);
    assertArrayEquals(of(NONE, NONE), measures.of(Measure.RENEWABLE_MW), 0);
    assertArrayEquals(of(NONE, NONE), measures.of(Measure.RENEWABLE_AVAILABLE_MW), 0);
    assertArrayEquals(of(101, 41), measures.of(Measure.OUTPUT_MW), 1e-12);
    assertEquals(
        "Peat", FUELS.unknown(market(unit("p", "n", "Peat", true, of(1, 1), of(1, 1), true))));
    assertEquals("", FUELS.unknown(market()));
    assertEquals(true, FUELS.of("wInD").orElseThrow().renewable());
  }

  @Test
  void theRentOfABusThatHasNoPriceIsUnknown() {
    MarketFacts all = market();
    MarketFacts lost =
        new MarketFacts(
            all.date(),
            all.zone(),
            all.span(),
            all.units(),
            all.loads(),
            all.storages(),
            new MarketFacts.Grid(all.grid().buses().subList(0, 1), List.of()),
            all.reserves(),
            all.seen());
    assertArrayEquals(of(NONE, NONE), new Measures(lost, FUELS).of(Measure.CONGESTION), 0);
  }

  @Test
  void measuresAreNamedForFormulas() {
    Map<String, double[]> named =
        new Measures(market(), FUELS).named(List.of("reserveRequiredMw", "hours", "nothing"));
    assertEquals(Set.of("reserveRequiredMw", "hours"), named.keySet());
    assertArrayEquals(of(16, 14), named.get("reserveRequiredMw"), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "HOURS, hours, h",
    "DEMAND_MW, demandMw, MW",
    "PRICE, price, yuan/MWh",
    "RENEWABLE_AVAILABLE_MW, renewableAvailableMw, MW",
    "STARTS, starts, 1",
    "RESERVE_COST, reserveCost, yuan",
  })
  void aMeasureHasItsWordAndItsUnit(Measure measure, String word, String unit) {
    assertEquals(word, measure.word());
    assertEquals(unit, measure.unit().toString());
    assertEquals(measure.unit(), Measure.units().get(word));
    assertEquals(Measure.values().length, Measure.units().size());
  }

  @Test
  void aZoneHasWhatLiesInItAndNoReserve() {
    MarketFacts south = market().of("s");
    assertEquals("s", south.zone());
    assertEquals(List.of("wind", "still"), south.units().stream().map(UnitFacts::id).toList());
    Measures measures = new Measures(south, FUELS);
    assertArrayEquals(of(50, 0), measures.of(Measure.DEMAND_MW), 1e-12);
    assertArrayEquals(of(-10, 5), measures.of(Measure.STORAGE_MW), 1e-12);
    assertArrayEquals(of(0, 0), measures.of(Measure.RESERVE_MW), 0);
    assertArrayEquals(of(500, -50), measures.of(Measure.PRICE), 1e-12);
    assertSame(market().getClass(), south.getClass());
    assertEquals(List.of("n", "s"), market().zones());
    MarketFacts all = market();
    assertSame(all, all.of(MarketFacts.SYSTEM));
  }

  /** No two zones are written alike, whatever they are called. */
  @Test
  void aZoneIsNeverWrittenAsTheSystem() {
    List<String> zones =
        List.of("", "system", "zone system", "zone zone system", "zone north", "north", "zone ");
    assertEquals("system", MarketFacts.word(""));
    assertEquals("zone system", MarketFacts.word("system"));
    assertEquals("north", MarketFacts.word("north"));
    assertEquals(zones.size(), zones.stream().map(MarketFacts::word).distinct().count());
  }
}
