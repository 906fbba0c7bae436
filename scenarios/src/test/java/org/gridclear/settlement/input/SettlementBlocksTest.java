package org.gridclear.settlement.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.input.SettlementMonth.Span;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.rule.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks and prices of a month: packed by id and read back, also under other numbers. */
// Rows: Q-17, S-07
class SettlementBlocksTest {
  private static final RuleBook BOOK =
      new RuleBook("b", List.of(), List.of(), List.of(), List.of(), List.of());

  private static SettlementMonth month(List<String> entities, List<String> points, int days) {
    return new SettlementMonth(
        "m",
        YearMonth.of(2026, 2),
        days,
        MarketMode.CENTRALISED,
        24,
        false,
        entities.stream()
            .map(id -> new EntityName(id, "name " + id, "M", "member", "user"))
            .toList(),
        points,
        List.of("k0", "k1", "k2"),
        BOOK);
  }

  private static final SettlementMonth MONTH =
      month(List.of("e0", "e1", "é2"), List.of("p0", "p1"), 28);

  /** The same ids in another order, and more of them. */
  private static final SettlementMonth OTHER =
      month(List.of("new", "é2", "e1", "e0"), List.of("p1", "p9", "p0"), 28);

  private static final int INTERVALS = 24;

  private static int[] row(SplittableRandom random, int range) {
    int least = random.nextInt(-1_000_000, 1_000_000);
    return IntStream.range(0, INTERVALS)
        .map(t -> least + (range == 0 ? 0 : random.nextInt(range)))
        .toArray();
  }

  private static int[] rows(SplittableRandom random, int count) {
    int[] ranges = {0, 2, 256, 257, 65_536, 65_537, 1_000_000_000};
    return IntStream.range(0, count)
        .mapToObj(r -> row(random, ranges[random.nextInt(ranges.length)]))
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private static EntityBlock block(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = SettlementColumn.of(SettlementColumn.Kind.INTERVAL).size();
    int attributes = SettlementColumn.of(SettlementColumn.Kind.ATTRIBUTE).size();
    int[][] series = new int[columns][];
    for (int c = 0; c < columns; c++) {
      series[c] = random.nextInt(4) == 0 ? null : rows(random, 3);
    }
    long[][] values = new long[attributes][];
    for (int a = 0; a < attributes; a++) {
      values[a] = random.longs(3).toArray();
    }
    return new EntityBlock(
        7,
        INTERVALS,
        new int[] {0, 1, 2},
        new byte[] {3, 7, 10},
        new int[] {1, 0, 1},
        series,
        values,
        new Offer[] {null, new Offer(new long[] {10, 20}, new long[] {300, Long.MAX_VALUE}), null},
        List.of(
            new Leg(1, 2, 0, true, false, rows(random, 1), null),
            new Leg(0, 1, 1, false, true, null, rows(random, 1))),
        List.of(new Right(2, 1, 0, -5), new Right(1, 0, 1, Long.MIN_VALUE)),
        List.of(new Event(2, "ÄRGER", 11, -12), new Event(1, "B", 13, 14)));
  }

  private static String text(EntityBlock block, SettlementMonth month) {
    StringBuilder text = new StringBuilder("%d %d".formatted(block.day(), block.intervals()));
    for (int r = 0; r < block.rows(); r++) {
      text.append(
          "\n%s %d %s"
              .formatted(
                  month.entities().get(block.entities()[r]).id(),
                  block.classes()[r],
                  month.points().get(block.points()[r])));
    }
    text.append('\n').append(Arrays.deepToString(block.columns()));
    text.append('\n').append(Arrays.deepToString(block.attributes()));
    for (Offer offer : block.offers()) {
      text.append(
          offer == null
              ? "\nnone"
              : "\n" + Arrays.toString(offer.uptoMw()) + Arrays.toString(offer.yuanPerMwh()));
    }
    for (Leg leg : block.legs()) {
      text.append(
          "\n%d %s %s %s %s %s %s"
              .formatted(
                  leg.row(),
                  month.contracts().get(leg.contract()),
                  month.points().get(leg.point()),
                  leg.realTime(),
                  leg.physical(),
                  Arrays.toString(leg.mwh()),
                  Arrays.toString(leg.yuanPerMwh())));
    }
    for (Right right : block.rights()) {
      text.append(
          "\n%d %s %s %d"
              .formatted(
                  right.row(),
                  month.points().get(right.source()),
                  month.points().get(right.sink()),
                  right.mw()));
    }
    return text.append('\n').append(block.events()).toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aBlockComesBackAndIsTheSameEntitiesUnderOtherNumbers(long seed) {
    EntityBlock block = block(seed);
    byte[] packed = SettlementBytes.pack(block, MONTH);
    assertEquals(
        text(block, MONTH), text(SettlementBytes.block(packed, new MonthIndex(MONTH)), MONTH));
    EntityBlock other = SettlementBytes.block(packed, new MonthIndex(OTHER));
    assertEquals(text(block, MONTH), text(other, OTHER));
    assertArrayEquals(new int[] {3, 2, 1}, other.entities());
    assertArrayEquals(packed, SettlementBytes.pack(other, OTHER));
  }

  @Test
  void extremeRowsComeBack() {
    int[] all = new int[INTERVALS];
    all[0] = Integer.MIN_VALUE;
    all[1] = Integer.MAX_VALUE;
    int[] edge = new int[INTERVALS];
    Arrays.fill(edge, -7);
    edge[5] = -7 + 255;
    int[] beyond = edge.clone();
    beyond[5] = -7 + 65_535;
    for (int[] row : List.of(all, edge, beyond)) {
      PriceDay day = prices(row);
      PriceDay back =
          SettlementBytes.prices(SettlementBytes.pack(day, MONTH), new MonthIndex(MONTH));
      assertArrayEquals(row, back.market()[0]);
      assertArrayEquals(row, Arrays.copyOfRange(back.points()[0], INTERVALS, 2 * INTERVALS));
    }
  }

  private static PriceDay prices(int[] row) {
    int[][] points = new int[SettlementColumn.of(SettlementColumn.Kind.POINT).size()][];
    int[] both = new int[2 * INTERVALS];
    System.arraycopy(row, 0, both, INTERVALS, INTERVALS);
    for (int c = 0; c < points.length; c++) {
      points[c] = c == 1 ? null : both;
    }
    int[][] market = new int[SettlementColumn.of(SettlementColumn.Kind.MARKET).size()][];
    for (int c = 0; c < market.length; c++) {
      market[c] = c == 2 ? null : row;
    }
    return new PriceDay(9, INTERVALS, points, market);
  }

  @Test
  void pricesAreReadOnlyAsThoseOfTheSamePoints() {
    int[] row = IntStream.range(0, INTERVALS).map(t -> 1000 * t).toArray();
    byte[] packed = SettlementBytes.pack(prices(row), MONTH);
    PriceDay back = SettlementBytes.prices(packed, new MonthIndex(MONTH));
    assertEquals(9, back.day());
    assertEquals(INTERVALS, back.intervals());
    assertNull(back.points()[1]);
    assertNull(back.market()[2]);
    assertEquals(
        "The prices of day 9 are those of p0 where those of p1 are due.",
        refusal(() -> SettlementBytes.prices(packed, new MonthIndex(OTHER))));
    MonthIndex more = new MonthIndex(month(List.of(), List.of("p0", "p1", "p2"), 28));
    assertEquals(
        "Day 9 has prices of 2 points, the month has 3.",
        refusal(() -> SettlementBytes.prices(packed, more)));
    assertEquals(
        "The bytes are no settlement data of this version.",
        refusal(() -> SettlementBytes.block(packed, new MonthIndex(MONTH))));
    assertEquals(
        "The bytes are no settlement data of this version.",
        refusal(() -> SettlementBytes.prices(new byte[3], new MonthIndex(MONTH))));
  }

  @Test
  void whatTheMonthDoesNotHaveIsRefusedByName() {
    byte[] packed = SettlementBytes.pack(block(1), MONTH);
    SettlementMonth without = month(List.of("e0", "e1"), List.of("p0", "p1"), 28);
    assertEquals(
        "The entity é2 of the stored data is none of the month 2026-02.",
        assertThrows(
                IllegalArgumentException.class,
                () -> SettlementBytes.block(packed, new MonthIndex(without)))
            .getMessage());
    MonthIndex index = new MonthIndex(MONTH);
    assertTrue(index.hasEntity("e1"));
    assertTrue(!index.hasEntity("e9"));
    assertEquals(1, index.point("p1"));
    assertEquals(2, index.contract("k2"));
    assertThrows(IllegalArgumentException.class, () -> index.contract("k3"));
  }

  @Test
  void oneRowOfABlockIsABlockOfItsOwn() {
    EntityBlock block = block(3);
    EntityBlock one = block.row(1);
    assertEquals(1, one.rows());
    assertArrayEquals(new int[] {1}, one.entities());
    assertArrayEquals(new byte[] {7}, one.classes());
    assertArrayEquals(new int[] {0}, one.points());
    for (int c = 0; c < block.columns().length; c++) {
      int[] column = block.columns()[c];
      assertArrayEquals(
          column == null ? null : Arrays.copyOfRange(column, INTERVALS, 2 * INTERVALS),
          one.columns()[c]);
    }
    for (int a = 0; a < block.attributes().length; a++) {
      assertArrayEquals(new long[] {block.attributes()[a][1]}, one.attributes()[a]);
    }
    assertEquals(block.offers()[1], one.offers()[0]);
    assertEquals(
        List.of(new Leg(0, 2, 0, true, false, block.legs().get(0).mwh(), null)), one.legs());
    assertEquals(List.of(new Right(0, 0, 1, Long.MIN_VALUE)), one.rights());
    assertEquals(List.of(new Event(0, "B", 13, 14)), one.events());
  }

  // The month.

  @ParameterizedTest
  @CsvSource({"1, 0", "7, 0", "8, 1", "21, 2", "22, 3", "28, 3", "29, 4", "31, 4"})
  void fixedWeeksBeginOnEverySeventhDay(int day, int week) {
    assertEquals(week, SettlementMonth.week(YearMonth.of(2026, 1), true, day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06, 1, 0", // a Monday
    "2026-06, 7, 0",
    "2026-06, 8, 1",
    "2026-11, 1, 0", // a Sunday
    "2026-11, 2, 1",
    "2026-11, 8, 1",
    "2026-11, 9, 2",
    "2026-11, 30, 5",
    "2026-01, 4, 0", // the first is a Thursday
    "2026-01, 5, 1"
  })
  void weeksOfTheCalendarBeginOnMondayAndNeverLeaveTheMonth(YearMonth month, int day, int week) {
    assertEquals(week, SettlementMonth.week(month, false, day));
  }

  @Test
  void daysIntervalsAndDatesAreThoseOfTheMonth() {
    SettlementMonth some = MONTH.upTo(10);
    assertEquals(10, some.day(LocalDate.of(2026, 2, 10)));
    assertEquals(28, some.period());
    assertEquals(1, some.day(1));
    assertEquals(10, some.day(10));
    assertEquals(24, some.interval(24));
    assertEquals(LocalDate.of(2026, 2, 3), some.date(3));
    assertEquals(
        "2026-02-11 is no day of 2026-02 that is settled; give one of 2026-02-01 to 2026-02-10.",
        refusal(() -> some.day(LocalDate.of(2026, 2, 11))));
    assertEquals(
        "2026-03-01 is no day of 2026-02 that is settled; give one of 2026-02-01 to 2026-02-10.",
        refusal(() -> some.day(LocalDate.of(2026, 3, 1))));
    assertEquals("The day (0) must lie in 1..10 of 2026-02.", refusal(() -> some.day(0)));
    assertEquals("The day (11) must lie in 1..10 of 2026-02.", refusal(() -> some.day(11)));
    assertEquals("The interval (0) must lie in 1..24.", refusal(() -> some.interval(0)));
    assertEquals("The interval (25) must lie in 1..24.", refusal(() -> some.interval(25)));
    assertEquals(List.of("e1", "é2"), some.ids(1, 3));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "32, 1", "33, 2", "64, 2", "65, 3"})
  void blocksHoldThirtyTwoEntities(int entities, int blocks) {
    List<String> ids = IntStream.range(0, entities).mapToObj(String::valueOf).toList();
    assertEquals(blocks, month(ids, List.of(), 28).blocks());
  }

  private static Span span(int from, int to, String name, String grid) {
    return new Span(from, to, name, "M", "member", grid);
  }

  @Test
  void spansThatSayTheSameAreJoinedWhereTheyTouch() {
    assertEquals(
        List.of(
            span(1, 4, "a", "g"),
            span(5, 6, "b", "g"),
            span(7, 8, "b", "h"),
            span(10, 11, "b", "h")),
        SettlementMonth.joined(
            List.of(
                span(1, 2, "a", "g"),
                span(3, 4, "a", "g"),
                span(5, 6, "b", "g"),
                span(7, 8, "b", "h"),
                span(10, 11, "b", "h"))));
    Span member = new Span(3, 4, "a", "N", "member", "g");
    Span named = new Span(3, 4, "a", "M", "other", "g");
    assertEquals(2, SettlementMonth.joined(List.of(span(1, 2, "a", "g"), member)).size());
    assertEquals(2, SettlementMonth.joined(List.of(span(1, 2, "a", "g"), named)).size());
  }

  @Test
  void anEntityIsOnADayAsItIsRegisteredThenAndElseAsItIsLast() {
    EntityName entity =
        new EntityName(
            "e",
            "last",
            "M",
            "member",
            "user",
            List.of(span(2, 3, "a", "g"), span(5, 6, "b", "h")));
    assertEquals("a", entity.on(2).name());
    assertEquals("a", entity.on(3).name());
    assertEquals("b", entity.on(5).name());
    assertEquals(new Span(4, 4, "last", "M", "member", ""), entity.on(4));
    assertEquals("last", entity.on(7).name());
  }

  @Test
  void columnsAreNumberedWithinTheirKindAndFoundByName() {
    for (SettlementColumn.Kind kind : SettlementColumn.Kind.values()) {
      List<SettlementColumn> columns = SettlementColumn.of(kind);
      for (int c = 0; c < columns.size(); c++) {
        assertEquals(c, columns.get(c).index());
        assertEquals(kind, columns.get(c).kind());
        assertEquals(
            columns.get(c), SettlementColumn.of(kind, columns.get(c).label()).orElseThrow());
      }
      assertTrue(SettlementColumn.of(kind, "none").isEmpty());
    }
  }
}
