package org.gridclear.quantity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which old period each new one takes, counted by the clock. */
class PeriodMapTest {
  private static final Horizon HOURS = new Horizon(48, 60, 0, LocalDate.of(2026, 10, 1));

  private static List<Integer> source(PeriodMap map) {
    return Arrays.stream(map.source()).boxed().toList();
  }

  private static String refused(Horizon old, int days, int minutes, boolean repeat) {
    return assertThrows(
            IllegalArgumentException.class, () -> PeriodMap.days(old, days, minutes, repeat))
        .getMessage();
  }

  @Test
  void aPartBeginsWhenItsFirstPeriodDoes() {
    PeriodMap part = PeriodMap.part(HOURS, 20, 26);
    assertEquals(List.of(20, 21, 22, 23, 24, 25), source(part));
    assertEquals(new Horizon(6, 60, 1200, HOURS.firstDay()), part.horizon());
    assertEquals("2026-10-02T00:00", part.horizon().label(4));
    assertFalse(part.toEnd());
    assertTrue(PeriodMap.part(HOURS, 20, 48).toEnd());
    assertEquals(25, part.lastSource());
    assertEquals(HOURS, PeriodMap.same(HOURS).horizon());
    assertTrue(PeriodMap.same(HOURS).toEnd());
  }

  @Test
  void aPartOfAPartIsCountedInTheOldPeriods() {
    PeriodMap part = PeriodMap.part(HOURS, 20, 48);
    PeriodMap inner = part.partOf(2, 5);
    assertEquals(List.of(22, 23, 24), source(inner));
    assertEquals(1320, inner.horizon().startMinute());
    assertFalse(inner.toEnd());
    assertTrue(part.partOf(20, 28).toEnd());
    assertFalse(PeriodMap.part(HOURS, 0, 20).partOf(10, 20).toEnd(), "not the end of the old");
  }

  @ParameterizedTest
  @CsvSource({
    // days, minutes, periods, source of the first, of the last, to the end
    "0, 60, 48, 0, 47, true",
    "1, 60, 24, 0, 23, false",
    "2, 60, 48, 0, 47, true",
    "1, 15, 96, 0, 23, false",
    "2, 30, 96, 0, 47, true",
    "0, 30, 96, 0, 47, true",
    "1, 120, 12, 0, 22, false",
    "2, 480, 6, 0, 40, true",
  })
  void daysAreCutOnAFinerOrCoarserGrid(
      int days, int minutes, int periods, int first, int last, boolean toEnd) {
    PeriodMap map = PeriodMap.days(HOURS, days, minutes, false);
    assertEquals(periods, map.horizon().periodCount());
    assertEquals(minutes, map.horizon().minutesPerPeriod());
    assertEquals(first, map.source()[0]);
    assertEquals(last, map.source()[periods - 1]);
    assertEquals(toEnd, map.toEnd());
    for (int t = 0; t < periods; t++) {
      assertEquals(t * minutes / 60, map.source()[t], "period " + t);
      assertEquals(
          HOURS.label(t * minutes / 60).substring(0, 13), map.horizon().label(t).substring(0, 13));
    }
  }

  @Test
  void theLastDayGoesOnWhereItIsAskedFor() {
    PeriodMap map = PeriodMap.days(HOURS, 4, 60, true);
    assertEquals(96, map.source().length);
    for (int t = 0; t < 96; t++) {
      assertEquals(t < 48 ? t : 24 + t % 24, map.source()[t], "period " + t);
    }
    assertTrue(map.toEnd());
    PeriodMap finer = PeriodMap.days(HOURS, 3, 30, true);
    assertEquals(24, finer.source()[96]);
    assertEquals(24, finer.source()[97]);
    assertEquals(47, finer.source()[143]);
    assertEquals(2, finer.finer());
  }

  @Test
  void whatCannotBeCutOrRepeatedIsRefused() {
    assertTrue(refused(HOURS, 3, 60, false).contains("--repeat-days"));
    assertTrue(refused(HOURS, 3, 60, false).contains("48 periods of 60 min"));
    assertTrue(refused(HOURS, 1, 45, false).contains("cannot be cut"));
    assertTrue(refused(HOURS, 1, 90, false).contains("cannot be cut"));
    assertTrue(refused(HOURS, 1, 0, false).contains("cannot be cut"));
    Horizon noon = new Horizon(24, 60, 720);
    assertTrue(refused(noon, 2, 60, true).contains("midnight"));
    assertTrue(refused(new Horizon(30, 60), 2, 60, true).contains("midnight"));
    assertTrue(refused(new Horizon(25, 60), 0, 120, false).contains("no whole periods"));
    assertTrue(refused(new Horizon(24, 60, 60), 0, 120, false).contains("no whole periods"));
    assertEquals(12, PeriodMap.days(noon, 0, 120, false).horizon().periodCount());
  }

  @Test
  void aLongerPeriodHasTheMeanOfTheShortOnesAndAShorterOneTheSame() {
    Horizon four = new Horizon(4, 30);
    Series series = Series.of(1, 3, 10, 20);
    assertEquals(Series.of(2, 15), PeriodMap.days(four, 0, 60, false).of(series));
    assertEquals(
        Series.of(1, 1, 3, 3, 10, 10, 20, 20), PeriodMap.days(four, 0, 15, false).of(series));
    assertEquals(Series.of(3, 10), PeriodMap.part(four, 1, 3).of(series));
  }

  @Test
  void itemsThatBecomeOneMustBeEqual() {
    Horizon four = new Horizon(4, 30);
    PeriodMap hours = PeriodMap.days(four, 0, 60, false);
    assertEquals(List.of("a", "b"), hours.of(List.of("a", "a", "b", "b")));
    String message =
        assertThrows(IllegalArgumentException.class, () -> hours.of(List.of("a", "a", "b", "c")))
            .getMessage();
    assertEquals("Periods 3 and 4 become one of 60 min, but differ: b and c.", message);
    assertEquals(
        List.of("a", "a", "b", "b"),
        PeriodMap.days(new Horizon(2, 60), 0, 30, false).of(List.of("a", "b")));
  }

  @Test
  void aPeriodTakesAllThatItIsMadeOf() {
    PeriodMap map = PeriodMap.days(new Horizon(8, 15), 0, 60, false);
    assertEquals(List.of(0, 4), source(map));
    assertEquals(7, map.lastSource());
    for (int old = 0; old < 8; old++) {
      assertEquals(old < 4, map.takes(0, old), "period " + old);
      assertEquals(old >= 4, map.takes(1, old), "period " + old);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 48, 0-4",
    "0, 24, 0-2",
    "24, 48, 2-4",
    "5, 6, 0-1",
    "11, 13, 0-2",
    "12, 12, ''",
    "47, 48, 3-4",
    "12, 24, 1-2",
  })
  void runsAreThePeriodsThatTakeAnyOfASpan(int from, int to, String expected) {
    PeriodMap map = PeriodMap.days(HOURS, 2, 720, false);
    assertEquals(expected, runs(map, from, to));
  }

  @Test
  void aSpanThatIsRepeatedHasARunEachTime() {
    PeriodMap map = PeriodMap.days(new Horizon(24, 60), 3, 60, true);
    assertEquals("2-4 26-28 50-52", runs(map, 2, 4));
    assertEquals("22-24 46-48 70-72", runs(map, 22, 24));
    assertEquals("0-72", runs(map, 0, 24));
  }

  private static String runs(PeriodMap map, int from, int to) {
    return String.join(" ", map.runs(from, to).stream().map(run -> run[0] + "-" + run[1]).toList());
  }

  @Test
  void eachItemIsPutOnThePeriodsOnceOrOnceARun() {
    PeriodMap map = PeriodMap.part(HOURS, 0, 2);
    assertEquals(
        List.of("a2", "b2"), map.each(List.of("a", "b"), (item, on) -> item + on.source().length));
    assertEquals(
        List.of("a", "a", "b", "b"),
        map.eachRun(List.of("a", "b"), (item, on) -> List.of(item, item)));
    assertEquals(List.of(), map.each(List.of(), (item, on) -> item));
    assertEquals(List.of(), map.eachRun(List.<String>of(), (item, on) -> List.of(item)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "96, 15, 0",
    "2688, 60, 1439",
    "24, 120, 0",
    "1, 1440, 5000",
    "3, 20, 0",
  })
  void aHorizonOfWholePartsOfAnHourOrHoursIsOne(int periods, int minutes, int start) {
    Horizon horizon = new Horizon(periods, minutes, start);
    assertEquals(minutes / 60.0, horizon.hoursPerPeriod(), 0);
    assertEquals(start / 1440, horizon.dayOf(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60, 0",
    "2689, 60, 0",
    "-1, 60, 0",
    "24, 0, 0",
    "24, 45, 0",
    "24, 90, 0",
    "24, 7, 0",
    "24, 60, -1"
  })
  void anotherHorizonIsRefused(int periods, int minutes, int start) {
    assertThrows(IllegalArgumentException.class, () -> new Horizon(periods, minutes, start));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 1, 4",
    "15, 1.01, 5",
    "15, 0.9999999999, 4",
    "60, 0, 0",
    "60, 0.5, 1",
    "60, 2.0000000001, 2",
    "120, 3, 2",
    "120, 4, 2",
    "60, -1e30, -2147483648",
    "15, 250000.1, 1000000",
    "15, 1e30, 1000000"
  })
  void timeIsCoveredByWholePeriods(int minutes, double hours, int periods) {
    assertEquals(periods, new Horizon(10, minutes).periodsFor(hours));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "96, 95",
    "00:00, 0",
    "00:14, 0",
    "00:15, 1",
    "23:59, 95",
    "0:15, 1",
    "D1 00:15, 1",
  })
  void aPeriodIsNamedByItsNumberOrATimeInIt(String text, int period) {
    assertEquals(period, new Horizon(96, 15).periodOf(text));
  }

  @Test
  void aTimeOfALaterDayNamesItsDay() {
    Horizon twoDays = new Horizon(48, 60, 720);
    assertEquals(0, twoDays.periodOf("12:30"));
    assertEquals(12, twoDays.periodOf("D2 00:00"));
    assertEquals("D2 00:00", twoDays.label(12));
    assertEquals("D3 11:00", twoDays.label(47));
    assertEquals(1, twoDays.dayOf(12));
    assertEquals(2, twoDays.dayOf(36));
    Horizon dated = twoDays.from(LocalDate.of(2026, 2, 28));
    assertEquals(12, dated.periodOf("2026-03-01T00:59"));
    assertEquals(12, dated.periodOf("2026-03-01 00:00"));
    assertEquals("2026-03-01T00:00", dated.label(12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "97",
        "-1",
        "24:00",
        "x",
        "1.5",
        "",
        "00:60",
        "2026-10-01T00:00",
        "D2 00:00",
        "D0 00:00",
        "00:00Z",
        "00:00+08:00",
        "99999999999"
      })
  void whatNamesNoPeriodIsRefusedWithOneThatDoes(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Horizon(96, 15).periodOf(text))
            .getMessage();
    assertTrue(message.contains("1..96") || message.contains("00:00"), message);
  }

  @Test
  void aSeriesIsItsNumbersAndNotTheArrayThatItWasMadeOf() {
    double[] given = {3, -1, 2};
    Series series = Series.of(given);
    given[0] = 9;
    assertEquals(3, series.at(0), 0);
    series.toArray()[0] = 9;
    assertEquals(3, series.at(0), 0);
    assertEquals(4, series.sum(), 0);
    assertEquals(3, series.max(), 0);
    assertEquals(-1, series.min(), 0);
    assertEquals(-1, Series.of(-3, -1).max(), 0, "of numbers below 0, too");
    assertEquals(2, Series.of(2, 5).min(), 0);
    assertEquals(Series.of(6, -2, 4), series.map(value -> 2 * value));
    assertEquals(Series.of(3, 0, 2), series.map(1, 2, value -> 0));
    assertEquals(Series.of(0, 0, 0), series.map(-5, 99, value -> 0));
    assertEquals(series, series.map(2, 1, value -> 0));
    assertEquals(Series.of(4, 1, 5), series.plus(Series.of(1, 2, 3)));
    assertEquals(Series.of(3, -1), series.head(2));
    assertEquals(Series.of(7, 7), Series.constant(7, 2));
    assertEquals(Series.of(7, 7).hashCode(), Series.constant(7, 2).hashCode());
    assertNotEquals(Series.of(7, 7), Series.of(7, 7, 7));
    assertThrows(NoSuchElementException.class, () -> Series.of().max());
    assertThrows(NoSuchElementException.class, () -> Series.of().min());
    assertEquals(0, Series.of().sum(), 0);
    assertArrayEquals(IntStream.range(0, 3).mapToDouble(series::at).toArray(), series.toArray(), 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 files", "1, 1 file", "2, 2 files", "-1, -1 files"})
  void thingsAreCountedInWords(long number, String words) {
    assertEquals(words, Count.of(number, "file"));
    assertEquals(
        words.replace("files", "folders of it").replace("file", "folder of it"),
        Count.of(number, "folder of it", "folders of it").replace("foldersof", "folders of"));
  }
}
