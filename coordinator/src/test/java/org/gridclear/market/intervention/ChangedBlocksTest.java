package org.gridclear.market.intervention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.intervention.HandChange.Place;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are set in results, and what follows from them, by hand. */
// Rows: I-11
class ChangedBlocksTest {
  private static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  private static final Origin BEFORE = new Origin(KEY, "before");
  private static final Origin AFTER = new Origin(KEY, "after");

  private final Map<ResultKind, ResultBlock> before = new EnumMap<>(ResultKind.class);

  private static BlockBuilder rows(ResultKind kind, List<String> keys, String... columns) {
    return new BlockBuilder(
        BEFORE,
        kind,
        new Horizon(4, 360),
        keys,
        Arrays.stream(columns).map(c -> BlockBuilder.column(c, Column.Type.NUMBER)).toList());
  }

  /** Two buses of the north, one of the south; g at b1, l1 at b1 and l2 at b2, of 30 and 10 MW. */
  ChangedBlocksTest() {
    BlockBuilder prices =
        rows(ResultKind.PRICES, List.of("bus", "zone"), "lmpYuanPerMwh", "energyYuanPerMwh");
    BlockBuilder units =
        rows(ResultKind.UNITS, List.of("unit", "bus"), "mw", "availableMw", "lmpYuanPerMwh");
    BlockBuilder loads = rows(ResultKind.LOADS, List.of("load", "bus"), "mw", "lmpYuanPerMwh");
    BlockBuilder balance = rows(ResultKind.BALANCE, List.of(), "outputMw");
    for (long t = 1; t <= 4; t++) {
      for (String[] bus : new String[][] {{"b1", "north"}, {"b2", "north"}, {"b3", "south"}}) {
        prices.add(List.of(bus), t, 300.0, 290.0);
      }
      units.add(List.of("g", "b1"), t, 50.0, 60.0, 300.0);
      loads.add(List.of("l1", "b1"), t, 30.0, 300.0);
      loads.add(List.of("l2", "b2"), t, 10.0, 300.0);
      balance.add(List.of(), t, 50.0);
    }
    for (BlockBuilder each : List.of(prices, units, loads, balance)) {
      before.put(each.block().layout().kind(), each.block());
    }
    put(statuses(1, 1, 1, 1));
    put(zonePrices(1, 2, 3, 4));
  }

  private void put(ResultBlock block) {
    before.put(block.layout().kind(), block);
  }

  /** Running or not by period, with the starts and stops that follow; on before the first. */
  private static ResultBlock statuses(double... on) {
    BlockBuilder rows = rows(ResultKind.COMMITMENT, List.of("unit"), "on", "start", "stop");
    double was = 1;
    for (int t = 0; t < on.length; t++) {
      rows.add(List.of("g"), t + 1L, on[t], on[t] > was ? 1.0 : 0.0, on[t] < was ? 1.0 : 0.0);
      was = on[t];
    }
    return rows.block();
  }

  private static ResultBlock zonePrices(long... periods) {
    BlockBuilder rows =
        rows(ResultKind.ZONE_PRICES, List.of("zone"), "priceYuanPerMwh", "energyYuanPerMwh");
    for (long t : periods) {
      rows.add(List.of("north"), t, 310.0, 300.0);
      rows.add(List.of("far"), t, 310.0, 300.0);
    }
    return rows.block();
  }

  private ChangedBlocks changed(HandChange change) {
    ChangedBlocks blocks = new ChangedBlocks(before, AFTER);
    blocks.set(change);
    return blocks;
  }

  private static HandChange units(HandChange.OfUnit... units) {
    return new HandChange(List.of(units), List.of(), List.of(), List.of(), List.of());
  }

  private static HandChange prices(HandChange.OfPrice... prices) {
    return new HandChange(List.of(), List.of(prices), List.of(), List.of(), List.of());
  }

  private static HandChange.OfUnit unit(int from, int to, String on, String mw) {
    return new HandChange.OfUnit(
        "g",
        from,
        to,
        on.isEmpty() ? Optional.empty() : Optional.of(Boolean.parseBoolean(on)),
        mw.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(mw)));
  }

  private static double[] numbers(
      Map<ResultKind, ResultBlock> blocks, ResultKind kind, int element, String column) {
    ResultBlock block = Objects.requireNonNull(blocks.get(kind));
    double scale =
        Math.pow(10, block.layout().columns().get(block.layout().column(column)).decimals());
    return Arrays.stream(block.column(column))
        .skip(4L * element)
        .limit(4)
        .mapToDouble(value -> value / scale)
        .toArray();
  }

  private static void assertNumbers(
      ChangedBlocks of, ResultKind kind, int element, String column, double... expected) {
    assertArrayEquals(expected, numbers(of.blocks(), kind, element, column), 1e-6);
  }

  @Test
  void outputThatIsSetMovesTheBalanceAndNothingElse() {
    ChangedBlocks of = changed(units(unit(1, 3, "true", "55")));
    assertNumbers(of, ResultKind.UNITS, 0, "mw", 50, 55, 55, 50);
    assertNumbers(of, ResultKind.BALANCE, 0, "outputMw", 50, 55, 55, 50);
    assertNumbers(of, ResultKind.PRICES, 0, "lmpYuanPerMwh", 300, 300, 300, 300);
    assertEquals(
        List.of(
            "the balance is off by 5.0000 MW in period 2",
            "the balance is off by 5.0000 MW in period 3"),
        of.remarks());
    assertEquals(AFTER, of.blocks().get(ResultKind.UNITS).layout().origin());
    assertArrayEquals(
        new double[] {50, 50, 50, 50},
        numbers(before, ResultKind.UNITS, 0, "mw"),
        "the version before is as it was");
  }

  @Test
  void outputBeyondWhatIsAvailableIsSaid() {
    assertEquals(
        List.of(
            "unit g gives 60.5000 MW of 60.0000 available in period 1",
            "the balance is off by 10.5000 MW in period 1"),
        changed(units(unit(0, 1, "true", "60.5"))).remarks());
    assertEquals(1, changed(units(unit(0, 1, "true", "60"))).remarks().size());
  }

  @Test
  void unitThatIsOffGivesNothing() {
    ChangedBlocks of = changed(units(unit(2, 4, "false", "")));
    assertNumbers(of, ResultKind.UNITS, 0, "mw", 50, 50, 0, 0);
    assertNumbers(of, ResultKind.BALANCE, 0, "outputMw", 50, 50, 0, 0);
    assertNumbers(of, ResultKind.COMMITMENT, 0, "on", 1, 1, 0, 0);
    assertNumbers(of, ResultKind.COMMITMENT, 0, "start", 0, 0, 0, 0);
    assertNumbers(of, ResultKind.COMMITMENT, 0, "stop", 0, 0, 1, 0);
  }

  /** Starts and stops follow from the statuses, also after the last period that was set. */
  @ParameterizedTest(name = "{0}, periods {1} to {2} on: {3}")
  @CsvSource({
    "1 1 1 1, 1, 2, false, 1 0 1 1, 0 0 1 0, 0 1 0 0",
    "1 1 1 1, 0, 1, false, 0 1 1 1, 0 1 0 0, 1 0 0 0",
    "1 1 1 1, 3, 4, false, 1 1 1 0, 0 0 0 0, 0 0 0 1",
    "1 1 1 1, 1, 3, true, 1 1 1 1, 0 0 0 0, 0 0 0 0",
    "1 0 0 1, 1, 3, true, 1 1 1 1, 0 0 0 0, 0 0 0 0",
    "1 0 0 1, 1, 2, true, 1 1 0 1, 0 0 0 1, 0 0 1 0",
    "0 0 1 1, 0, 1, true, 1 0 1 1, 0 0 1 0, 0 1 0 0",
    "0 0 0 0, 0, 4, true, 1 1 1 1, 0 0 0 0, 0 0 0 0"
  })
  void startsAndStopsFollowFromTheStatuses(
      String was, int from, int to, String on, String is, String starts, String stops) {
    put(statuses(Arrays.stream(was.split(" ", -1)).mapToDouble(Double::parseDouble).toArray()));
    ChangedBlocks of = changed(units(unit(from, to, on, "")));
    String[] columns = {"on", "start", "stop"};
    String[] expected = {is, starts, stops};
    for (int c = 0; c < columns.length; c++) {
      assertNumbers(
          of,
          ResultKind.COMMITMENT,
          0,
          columns[c],
          Arrays.stream(expected[c].split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
    }
  }

  /** The price of a bus is its price for units and loads there; the zone rises by its load. */
  @Test
  void zoneRisesByTheMeanOfItsBusesWeightedByTheLoadServed() {
    ChangedBlocks of = changed(prices(new HandChange.OfPrice(Place.BUS, "b1", 1, 2, 340)));
    assertNumbers(of, ResultKind.PRICES, 0, "lmpYuanPerMwh", 300, 340, 300, 300);
    assertNumbers(of, ResultKind.PRICES, 0, "energyYuanPerMwh", 290, 330, 290, 290);
    assertNumbers(of, ResultKind.PRICES, 1, "lmpYuanPerMwh", 300, 300, 300, 300);
    assertNumbers(of, ResultKind.UNITS, 0, "lmpYuanPerMwh", 300, 340, 300, 300);
    assertNumbers(of, ResultKind.LOADS, 0, "lmpYuanPerMwh", 300, 340, 300, 300);
    assertNumbers(of, ResultKind.LOADS, 1, "lmpYuanPerMwh", 300, 300, 300, 300);
    // 40 · 30 MW of 40 MW: 30 yuan/MWh more.
    assertNumbers(of, ResultKind.ZONE_PRICES, 0, "priceYuanPerMwh", 310, 340, 310, 310);
    assertNumbers(of, ResultKind.ZONE_PRICES, 0, "energyYuanPerMwh", 300, 330, 300, 300);
    assertEquals(List.of("the price of zone far stays as it was"), of.remarks());
  }

  @Test
  void priceOfAZoneIsThatOfAllItsBuses() {
    ChangedBlocks of = changed(prices(new HandChange.OfPrice(Place.ZONE, "north", 0, 4, 250)));
    assertNumbers(of, ResultKind.PRICES, 0, "lmpYuanPerMwh", 250, 250, 250, 250);
    assertNumbers(of, ResultKind.PRICES, 1, "lmpYuanPerMwh", 250, 250, 250, 250);
    assertNumbers(of, ResultKind.PRICES, 2, "lmpYuanPerMwh", 300, 300, 300, 300);
    assertNumbers(of, ResultKind.ZONE_PRICES, 0, "priceYuanPerMwh", 260, 260, 260, 260);
  }

  @Test
  void zoneWithoutLoadRisesByThePlainMean() {
    before.remove(ResultKind.LOADS);
    ChangedBlocks of = changed(prices(new HandChange.OfPrice(Place.BUS, "b1", 0, 1, 340)));
    assertNumbers(of, ResultKind.ZONE_PRICES, 0, "priceYuanPerMwh", 330, 310, 310, 310);
  }

  /** A period in which a zone has no price does not hide the periods after it. */
  @Test
  void zoneWithoutAPriceInAPeriodRisesInTheOthers() {
    put(zonePrices(1, 3, 4));
    ChangedBlocks of = changed(prices(new HandChange.OfPrice(Place.BUS, "b1", 0, 4, 340)));
    double[] all = numbers(of.blocks(), ResultKind.ZONE_PRICES, 0, "priceYuanPerMwh");
    assertEquals(340, all[0], 1e-6);
    assertEquals(340, all[2], 1e-6);
    assertEquals(340, all[3], 1e-6);
  }

  @Test
  void numberThatIsNotThereIsNotChanged() {
    BlockBuilder rows =
        rows(ResultKind.UNITS, List.of("unit", "bus"), "mw", "availableMw", "lmpYuanPerMwh");
    rows.add(List.of("g", "b1"), 1L, 50.0, null, 300.0);
    put(rows.block());
    HandChange change = units(unit(0, 1, "true", "55"));
    String said = assertThrows(IllegalArgumentException.class, () -> changed(change)).getMessage();
    assertTrue(said.contains("availableMw in period 1"), said);
  }

  /**
   * Without the case: a unit without a status follows a forecast; what else there is is unknown.
   */
  @Test
  void whatCanBeChangedIsWhatTheResultsHave() {
    Changeable all = ChangedBlocks.changeable(before);
    assertEquals(Set.of("g"), all.units());
    assertEquals(Set.of("b1", "b2", "b3"), all.buses());
    assertEquals(Set.of("north", "south"), all.zones());
    assertEquals(Map.of(), all.forecasts());
    assertEquals(Optional.empty(), all.resources());
    assertEquals(4, all.periods());
    before.remove(ResultKind.COMMITMENT);
    assertEquals(Set.of("g"), ChangedBlocks.changeable(before).forecasts().keySet());
  }
}
