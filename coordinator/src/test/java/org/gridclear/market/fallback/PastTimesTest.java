package org.gridclear.market.fallback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultKind;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the periods of today lie in versions of before, by what the clock shows. */
// Rows: I-07
class PastTimesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  private static final LocalDate BEFORE = DATE.minusDays(1);

  private static BlockLayout layout(
      LocalDate date, int startMinute, int minutes, int periods, boolean whole) {
    return new BlockLayout(
        new BlockLayout.Origin(new DayKey(Market.DA, date), "hash"),
        ResultKind.PRICES,
        startMinute,
        minutes,
        periods + (whole ? 1 : 0),
        whole,
        List.of(),
        List.of(),
        List.of());
  }

  private static int[] slots(Horizon today, int t, BlockLayout before) {
    PastTimes times = PastTimes.of(today, DATE, SHANGHAI, List.of(before));
    assertEquals(today.periodCount(), times.count());
    return times.at(t).slots();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "13, 13", "23, 23"})
  void hoursAreThoseOfTheSameTime(int t, int slot) {
    assertArrayEquals(
        new int[] {slot}, slots(new Horizon(24, 60), t, layout(BEFORE, 0, 60, 24, false)));
    assertArrayEquals(
        new int[] {slot}, slots(new Horizon(24, 60), t, layout(BEFORE, 0, 60, 24, true)));
  }

  /** A longer period of before holds for each that it contains; shorter ones are taken together. */
  @Test
  void periodsOfAnotherLengthAreThoseThatTheyContain() {
    BlockLayout hours = layout(BEFORE, 0, 60, 24, false);
    Horizon quarters = new Horizon(96, 15);
    assertArrayEquals(new int[] {0}, slots(quarters, 3, hours));
    assertArrayEquals(new int[] {1}, slots(quarters, 4, hours));
    assertArrayEquals(new int[] {23}, slots(quarters, 95, hours));
    BlockLayout fives = layout(BEFORE, 0, 5, 288, false);
    assertArrayEquals(new int[] {3, 4, 5}, slots(quarters, 1, fives));
    assertArrayEquals(IntStream.range(276, 288).toArray(), slots(new Horizon(24, 60), 23, fives));
  }

  @Test
  void runOfTheDayBeginsAtItsMinute() {
    BlockLayout day = layout(BEFORE, 0, 60, 24, false);
    assertArrayEquals(new int[] {18}, slots(new Horizon(3, 60, 18 * 60), 0, day));
    BlockLayout run = layout(DATE, 17 * 60, 60, 4, false);
    assertArrayEquals(new int[] {1}, slots(new Horizon(3, 60, 18 * 60), 0, run));
    assertArrayEquals(new int[] {3}, slots(new Horizon(3, 60, 18 * 60), 2, run));
  }

  /** Of several versions the first that has all of a period; another period may be of another. */
  @Test
  void firstVersionThatHasAllOfAPeriodIsTaken() {
    BlockLayout early = layout(DATE, 0, 60, 6, false);
    BlockLayout day = layout(BEFORE, 0, 60, 24, true);
    PastTimes times = PastTimes.of(new Horizon(4, 360), DATE, SHANGHAI, List.of(early, day));
    assertEquals(0, times.at(0).source());
    assertArrayEquals(IntStream.range(0, 6).toArray(), times.at(0).slots());
    assertEquals(1, times.at(1).source());
    assertArrayEquals(IntStream.range(6, 12).toArray(), times.at(1).slots());
    PastTimes halves = PastTimes.of(new Horizon(3, 480), DATE, SHANGHAI, List.of(early, day));
    assertEquals(1, halves.at(0).source(), "the run has not all of its eight hours");
  }

  @Test
  void periodThatLiesInNoneIsNamed() {
    Horizon today = new Horizon(24, 60);
    List<BlockLayout> short23 = List.of(layout(BEFORE, 0, 60, 23, true));
    String said =
        assertThrows(NoFallbackException.class, () -> PastTimes.of(today, DATE, SHANGHAI, short23))
            .getMessage();
    assertTrue(said.startsWith("Period 24 ") && said.contains("da 2026-10-01"), said);
  }

  /** The hour that the clocks skip is that after it; the one they show twice is the same twice. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 2026-03-29, 23, 24, 1, 1",
    "2026-03-28, 2026-03-29, 23, 24, 2, 3",
    "2026-03-28, 2026-03-29, 23, 24, 22, 23",
    "2026-10-24, 2026-10-25, 25, 24, 2, 2",
    "2026-10-24, 2026-10-25, 25, 24, 3, 2",
    "2026-10-24, 2026-10-25, 25, 24, 24, 23",
    "2026-03-29, 2026-03-30, 24, 23, 1, 1",
    "2026-03-29, 2026-03-30, 24, 23, 2, 2",
    "2026-03-29, 2026-03-30, 24, 23, 3, 2",
    "2026-03-29, 2026-03-30, 24, 23, 23, 22",
    "2026-10-25, 2026-10-26, 24, 25, 2, 2",
    "2026-10-25, 2026-10-26, 24, 25, 3, 4",
    "2026-10-25, 2026-10-26, 24, 25, 23, 24"
  })
  void hoursOfAClockChangeAreThoseThatTheClockShows(
      LocalDate before, LocalDate today, int hours, int then, int t, int slot) {
    PastTimes times =
        PastTimes.of(
            new Horizon(hours, 60), today, BERLIN, List.of(layout(before, 0, 60, then, false)));
    assertArrayEquals(new int[] {slot}, times.at(t).slots());
  }

  /** Several days: the second day of today is the second day of before. */
  @Test
  void daysAreCountedFromTheFirst() {
    BlockLayout two = layout(BEFORE, 0, 60, 48, false);
    assertArrayEquals(new int[] {30}, slots(new Horizon(48, 60), 30, two));
  }

  @ParameterizedTest
  @EnumSource(FallbackRule.Choice.class)
  void choicesAreReadAsTheyAreWritten(FallbackRule.Choice choice) {
    assertEquals(choice, FallbackRule.Choice.of(choice.label()));
    assertEquals(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice.label());
  }

  @Test
  void adaptationsOfOneElementAndReasonAreOne() {
    Adaptations notes = new Adaptations();
    notes.in(2, "unit", "g", "is out");
    notes.in(0, "unit", "h", "is out");
    notes.in(5, "unit", "g", "is out");
    notes.in(6, "unit", "g", "must run");
    notes.of("bus", "b", "is new");
    notes.of("bus", "b", "is new");
    assertEquals(
        List.of(
            "unit g, period 3 and 1 more: is out",
            "unit h, period 1: is out",
            "unit g, period 7: must run",
            "bus b: is new"),
        notes.list().stream().map(Adaptation::line).toList());
  }
}
