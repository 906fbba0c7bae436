package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When periods are, and which of them a filter asks for. */
class DayClockTest {
  private static DayClock clock(
      String zone, LocalDate date, int startMinute, int minutes, int periods, boolean whole) {
    BlockLayout layout =
        new BlockLayout(
            new BlockLayout.Origin(new DayKey(Market.DA, date), "hash"),
            ResultKind.PRICES,
            startMinute,
            minutes,
            periods + (whole ? 1 : 0),
            whole,
            List.of("bus"),
            List.of(),
            List.of());
    return DayClock.of(layout, ZoneId.of(zone));
  }

  private static DayClock quarters(boolean whole) {
    return clock("Asia/Shanghai", LocalDate.of(2026, 10, 1), 0, 15, 96, whole);
  }

  private static List<Integer> asked(DayClock clock, String period) {
    List<Integer> slots = new ArrayList<>();
    boolean[] asked = clock.asked(period);
    for (int slot = 0; slot < asked.length; slot++) {
      if (asked[slot]) {
        slots.add(slot);
      }
    }
    return slots;
  }

  private static List<Integer> range(int from, int to) {
    List<Integer> all = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      all.add(i);
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "96, 95, 95",
    "00:00, 0, 0",
    "00:14, 0, 0",
    "00:15, 1, 1",
    "18:00, 72, 72",
    "23:59, 95, 95",
    "24:00, 0, 0",
    "08:00..09:00, 32, 35",
    "08:01..09:00, 33, 35",
    "08:00..09:01, 32, 36",
    "23:45..24:00, 95, 95",
    "00:00..24:00, 0, 95",
    "00:00..00:15, 0, 0",
    "22:00..00:00, 88, 95",
    "18:00..18:01, 72, 72"
  })
  void periodsAreAskedForByNumberTimeOrRange(String period, int from, int to) {
    assertEquals(range(from, to), asked(quarters(false), period));
    assertEquals(range(from, to), asked(quarters(true), period), "the whole horizon is no period");
  }

  @Test
  void emptyFilterAsksForAll() {
    assertNull(quarters(true).asked(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "97",
        "1234567",
        "-1",
        "noon",
        "25:00",
        "08:00..",
        "..08:00",
        "8",
        "08:00-09:00"
      })
  void whatIsNoPeriodIsRefused(String period) {
    if (period.equals("8")) {
      assertEquals(List.of(7), asked(quarters(false), period));
    } else {
      assertThrows(IllegalArgumentException.class, () -> quarters(true).asked(period));
    }
  }

  /** A range that ends before it begins would answer nothing, as if there were nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"22:00..06:00", "08:00..08:00", "09:00..08:59"})
  void rangeThatEndsBeforeItBeginsIsRefused(String period) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> quarters(false).asked(period))
            .getMessage();
    assertTrue(said.contains(period) && said.contains("24:00"), said);
  }

  @Test
  void timesCarryTheOffsetOfTheirZone() {
    DayClock clock = quarters(true);
    assertEquals("2026-10-01T00:00+08:00", clock.text(0));
    assertEquals("2026-10-01T23:45+08:00", clock.text(95));
    assertEquals("", clock.text(96), "the whole horizon");
    assertEquals(
        "2026-10-01T00:30+00:00",
        clock("UTC", LocalDate.of(2026, 10, 1), 0, 30, 48, false).text(1));
    assertEquals("2026-10-02T00:00+08:00[Asia/Shanghai]", clock.end().toString());
    assertEquals(0, clock.startMinute());
    assertEquals(15, clock.minutes());
    assertEquals(LocalDate.of(2026, 10, 1), clock.date());
  }

  /** The clocks change at 02:00 or 03:00 of a Sunday: the hours after it carry the other offset. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29, 23, 1, 2026-03-29T01:00+01:00",
    "2026-03-29, 23, 2, 2026-03-29T03:00+02:00",
    "2026-03-29, 23, 22, 2026-03-29T23:00+02:00",
    "2026-10-25, 25, 2, 2026-10-25T02:00+02:00",
    "2026-10-25, 25, 3, 2026-10-25T02:00+01:00",
    "2026-10-25, 25, 24, 2026-10-25T23:00+01:00",
    "2026-10-24, 24, 23, 2026-10-24T23:00+02:00"
  })
  void hoursOfADateOnWhichTheClocksChange(LocalDate date, int hours, int slot, String text) {
    DayClock clock = clock("Europe/Berlin", date, 0, 60, hours, false);
    assertEquals(text, clock.text(slot));
    assertEquals(date.plusDays(1), clock.end().toLocalDate());
    assertEquals(0, clock.end().getHour());
  }

  @Test
  void hourThatTheClocksShowTwiceIsAskedForTwice() {
    DayClock clock = clock("Europe/Berlin", LocalDate.of(2026, 10, 25), 0, 60, 25, false);
    assertEquals(List.of(2, 3), asked(clock, "02:30"));
    assertEquals(List.of(1, 2, 3, 4), asked(clock, "01:00..04:00"));
    DayClock spring = clock("Europe/Berlin", LocalDate.of(2026, 3, 29), 0, 60, 23, false);
    assertEquals(List.of(), asked(spring, "02:30"));
    assertEquals(List.of(2), asked(spring, "03:30"));
  }

  /** A run that begins in the day, and one of several days. */
  @Test
  void runsBeginAtTheirMinuteAndGoOnBeyondMidnight() {
    DayClock run = clock("Asia/Shanghai", LocalDate.of(2026, 10, 1), 1425, 15, 3, false);
    assertEquals(
        List.of("2026-10-01T23:45+08:00", "2026-10-02T00:00+08:00", "2026-10-02T00:15+08:00"),
        List.of(run.text(0), run.text(1), run.text(2)));
    DayClock week = clock("Asia/Shanghai", LocalDate.of(2026, 10, 1), 0, 60, 48, false);
    assertEquals("2026-10-02T23:00+08:00", week.text(47));
    assertEquals(List.of(18, 42), asked(week, "18:59"));
  }

  @Test
  void beginAndLengthOfTheRunAreItsOwn() {
    DayClock run = clock("Asia/Shanghai", LocalDate.of(2026, 10, 1), 600, 60, 2, false);
    assertEquals(600, run.startMinute());
    assertEquals("2026-10-01T10:00+08:00", run.text(0));
    assertEquals("2026-10-01T12:00+08:00[Asia/Shanghai]", run.end().toString());
    assertEquals(List.of(1), asked(run, "2"));
    assertThrows(IllegalArgumentException.class, () -> run.asked("3"));
  }
}
