package org.gridclear.market.workflow.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.series.MarketClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When workflows start and nodes are due, by the clock of the market. */
// Rows: O-05, D-02
class InstanceTimesTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  /** What is asked here needs no working days: the calendar has no store. */
  private static InstanceTimes times(String zone, GateTimes gates) {
    MarketClock clock = MarketClock.of(zone);
    return new InstanceTimes(clock, new MarketCalendar(null, clock, Instant.MAX), gates);
  }

  private static final InstanceTimes SHANGHAI = times("Asia/Shanghai", GateTimes.NONE);

  private static Workflow workflow(WorkflowDays days, Cycles cycles) {
    return new Workflow("w", "w", days, cycles, 60, List.of());
  }

  private static Workflow daily(int days, String time) {
    return workflow(
        WorkflowDays.ALL, new Cycles.Daily(new DayTime(days, false, LocalTime.parse(time))));
  }

  private static Workflow every(int minutes, int leadMinutes) {
    return workflow(WorkflowDays.ALL, new Cycles.Every(minutes, leadMinutes));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00:00, 2026-09-30T16:00:00Z",
    "0, 09:30, 2026-10-01T01:30:00Z",
    "-1, 09:30, 2026-09-30T01:30:00Z",
    "-7, 23:59, 2026-09-24T15:59:00Z",
    "2, 07:00, 2026-10-02T23:00:00Z"
  })
  void timesOfADayAreOfTheMarketsClock(int days, String time, Instant at) {
    assertEquals(at, SHANGHAI.at(new DayTime(days, false, LocalTime.parse(time)), OCTOBER));
    assertEquals(
        List.of(new InstanceTimes.Start(OCTOBER, 0, at)),
        SHANGHAI.starts(daily(days, time), OCTOBER));
  }

  @Test
  void nodesAreDueAtATimeOrAfterTheStart() {
    Instant start = Instant.parse("2026-09-30T01:30:00Z");
    assertEquals(
        Instant.parse("2026-09-30T03:00:00Z"),
        SHANGHAI.at(new When.AfterStart(90), OCTOBER, start));
    assertEquals(
        Instant.parse("2026-10-01T04:00:00Z"),
        SHANGHAI.at(new When.At(new DayTime(0, false, LocalTime.NOON)), OCTOBER, start));
  }

  /** A date of 23 hours has fewer cycles, one of 25 hours more (docs/market-day.md). */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 60, 24", "2026-03-29, 60, 23", "2026-10-25, 60, 25",
    "2026-03-28, 15, 96", "2026-03-29, 15, 92", "2026-10-25, 15, 100",
    "2026-03-29, 5, 276"
  })
  void cyclesAreAsManyAsTimePasses(LocalDate date, int minutes, int count) {
    InstanceTimes berlin = times("Europe/Berlin", GateTimes.NONE);
    List<InstanceTimes.Start> starts = berlin.starts(every(minutes, 30), date);
    assertEquals(count, starts.size());
    Instant first = berlin.clock().startOf(date).minusSeconds(1800);
    for (int c = 1; c <= count; c++) {
      assertEquals(
          new InstanceTimes.Start(date, c, first.plusSeconds((c - 1) * 60L * minutes)),
          starts.get(c - 1));
    }
  }

  @Test
  void timeThatTheClocksSkipIsAsMuchLater() {
    InstanceTimes berlin = times("Europe/Berlin", GateTimes.NONE);
    assertEquals(
        Instant.parse("2026-03-29T01:30:00Z"), // 03:30 summer time
        berlin.at(new DayTime(0, false, LocalTime.of(2, 30)), LocalDate.of(2026, 3, 29)));
  }

  @Test
  void dailyStartsBetweenTwoTimesAreThoseAfterTheFirstUpToTheSecond() {
    Workflow workflow = daily(-1, "09:30");
    Instant first = Instant.parse("2026-09-30T01:30:00Z");
    assertEquals(
        List.of(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 3)),
        dates(SHANGHAI.between(workflow, first, first.plusSeconds(2 * 86_400))));
    assertEquals(List.of(OCTOBER), dates(SHANGHAI.between(workflow, first.minusMillis(1), first)));
    assertEquals(List.of(), dates(SHANGHAI.between(workflow, first, first.plusSeconds(86_399))));
  }

  private static List<LocalDate> dates(List<InstanceTimes.Start> starts) {
    return starts.stream().map(InstanceTimes.Start::date).toList();
  }

  /** The oracle walks all dates around and filters. */
  @ParameterizedTest
  @CsvSource({"-60", "-3", "-1", "0", "1", "5", "60"})
  void nextStartIsTheFirstOfAllDates(int days) {
    Workflow workflow = daily(days, "23:30");
    for (String text : List.of("2026-09-30T15:29:59Z", "2026-09-30T15:30:00Z")) {
      Instant after = Instant.parse(text);
      Instant expected =
          OCTOBER
              .minusDays(100)
              .datesUntil(OCTOBER.plusDays(100))
              .map(date -> date.plusDays(days).atTime(23, 30).atZone(ZoneId.of("Asia/Shanghai")))
              .map(ZonedDateTime::toInstant)
              .filter(at -> at.isAfter(after))
              .min(Instant::compareTo)
              .orElseThrow();
      assertEquals(expected, SHANGHAI.next(workflow, after).orElseThrow().at());
    }
  }

  @Test
  void nextCycleMayBeOfTheNextDate() {
    Workflow workflow = every(15, 60);
    // Cycle 1 of the 2nd starts an hour before its midnight, at 15:00 UTC of the 1st.
    Instant last = Instant.parse("2026-10-01T14:45:00Z");
    assertEquals(
        new InstanceTimes.Start(OCTOBER, 96, last),
        SHANGHAI.next(workflow, last.minusMillis(1)).orElseThrow());
    assertEquals(
        new InstanceTimes.Start(OCTOBER.plusDays(1), 1, last.plusSeconds(900)),
        SHANGHAI.next(workflow, last).orElseThrow());
    assertEquals(
        List.of(OCTOBER, OCTOBER.plusDays(1), OCTOBER.plusDays(1)),
        dates(SHANGHAI.between(workflow, last.minusMillis(1), last.plusSeconds(1800))));
  }

  @Test
  void gateOfTheDateIsTheStartAndDatesWithoutOneHaveNone() {
    GateTimes gates =
        market ->
            date ->
                market.equals("da") && date.getDayOfMonth() % 2 == 0
                    ? Optional.of(date.minusDays(1).atTime(4, 0).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
    InstanceTimes times = times("Asia/Shanghai", gates);
    Workflow workflow = workflow(WorkflowDays.ALL, new Cycles.AtGate("da"));
    assertEquals(List.of(), times.starts(workflow, OCTOBER));
    Instant gate = Instant.parse("2026-10-01T04:00:00Z");
    assertEquals(
        List.of(new InstanceTimes.Start(OCTOBER.plusDays(1), 0, gate)),
        times.starts(workflow, OCTOBER.plusDays(1)));
    assertEquals(gate, times.next(workflow, gate.minusMillis(1)).orElseThrow().at());
    assertEquals(LocalDate.of(2026, 10, 4), times.next(workflow, gate).orElseThrow().date());
    assertEquals(
        List.of(2, 4),
        times.between(workflow, gate.minusMillis(1), gate.plusSeconds(2 * 86_400)).stream()
            .map(start -> start.date().getDayOfMonth())
            .toList());
    assertEquals(
        List.of(),
        times.starts(workflow(WorkflowDays.ALL, new Cycles.AtGate("rt")), OCTOBER.plusDays(1)));
  }

  @Test
  void cycleThatIsNotThereIsRefusedWithThoseThatAre() {
    Workflow workflow = every(60, 0);
    assertEquals(24, SHANGHAI.start(workflow, OCTOBER, 24).cycle());
    assertRefused("from 1 to 24", workflow, 25);
    assertRefused("from 0 to 0", daily(0, "10:00"), 1);
    Workflow mondays =
        workflow(
            new WorkflowDays(false, Set.of(DayOfWeek.MONDAY), new TreeSet<>()),
            new Cycles.Every(60, 0));
    assertRefused("none of its days", mondays, 1); // a Thursday
  }

  private static void assertRefused(String words, Workflow workflow, int cycle) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> SHANGHAI.start(workflow, OCTOBER, cycle))
            .getMessage();
    assertTrue(said.contains(words), said);
  }

  /** Of the month: one that a month has not is its last. */
  @ParameterizedTest(name = "{0} of the month, weekdays {1}: {2} is one: {3}")
  @CsvSource({
    "'', '', 2026-10-01, true",
    "10, '', 2026-10-10, true",
    "10, '', 2026-10-11, false",
    "10 31, '', 2026-10-31, true",
    "10 31, '', 2026-10-30, false",
    "31, '', 2026-11-30, true",
    "31, '', 2026-11-29, false",
    "30, '', 2027-02-28, true",
    "30, '', 2028-02-28, false",
    "30, '', 2028-02-29, true",
    "28, '', 2027-02-28, true",
    "28, '', 2028-02-29, false",
    "29, '', 2028-02-29, true",
    "'', THURSDAY, 2026-10-01, true",
    "'', FRIDAY, 2026-10-01, false",
    "1, FRIDAY, 2026-10-01, false",
    "1, THURSDAY, 2026-10-01, true",
    "2, THURSDAY, 2026-10-01, false"
  })
  void daysAreThoseThatAllLetThrough(
      String ofMonth, String weekday, LocalDate date, boolean expected) {
    TreeSet<Integer> days = new TreeSet<>();
    for (String each : ofMonth.isEmpty() ? List.<String>of() : List.of(ofMonth.split(" ", -1))) {
      days.add(Integer.valueOf(each));
    }
    Set<DayOfWeek> weekdays = weekday.isEmpty() ? Set.of() : Set.of(DayOfWeek.valueOf(weekday));
    assertEquals(expected, new WorkflowDays(false, weekdays, days).has(date));
  }

  @Test
  void textsSayWhatTheyAre() {
    assertEquals("all", WorkflowDays.ALL.toString());
    assertEquals(
        "working, [monday, friday], of the month [1, 31]",
        new WorkflowDays(
                true, Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY), new TreeSet<>(Set.of(31, 1)))
            .toString());
    assertEquals("09:30 on the date", new DayTime(0, false, LocalTime.of(9, 30)).toString());
    assertEquals("09:30 1 day(s) before", new DayTime(-1, false, LocalTime.of(9, 30)).toString());
    assertEquals("09:30 2 day(s) after", new DayTime(2, false, LocalTime.of(9, 30)).toString());
    assertEquals(
        "09:30 2 working day(s) after", new DayTime(2, true, LocalTime.of(9, 30)).toString());
    assertEquals("every 15 min", new Cycles.Every(15, 0).toString());
    assertEquals("every 15 min, 30 min ahead", new Cycles.Every(15, 30).toString());
    assertEquals("daily, at the gate of da", new Cycles.AtGate("da").toString());
    assertEquals("90 min after the start", new When.AfterStart(90).toString());
  }
}
