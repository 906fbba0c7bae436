package org.gridclear.market.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.rolling.RollingPlan.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runs a day has, counted by hand. */
// Rows: E-01, E-06, F-03
class RollingPlanTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1440",
    "5, 3, 288",
    "15, 8, 96",
    "60, 1, 24",
    "1440, 1, 1",
    "7, 1, 0",
    "0, 1, 0",
    "-5, 1, 0",
    "2880, 1, 0",
    "15, 0, 0"
  })
  void stepsMakeADayOfTwentyFourHours(int minutes, int periods, int count) {
    if (count > 0) {
      assertEquals(count, new Steps(minutes, periods).count());
    } else {
      assertThrows(IllegalArgumentException.class, () -> new Steps(minutes, periods));
    }
  }

  @ParameterizedTest
  @CsvSource({"15, 5, true", "15, 15, true", "60, 15, true", "15, 10, false", "5, 15, false"})
  void intradayPeriodsAreWholePeriodsOfRealTime(int intraday, int realTime, boolean allowed) {
    if (allowed) {
      assertEquals(
          realTime,
          new RollingPlan(new Steps(intraday, 4), new Steps(realTime, 1)).realTime().minutes());
    } else {
      Steps above = new Steps(intraday, 4);
      Steps below = new Steps(realTime, 1);
      assertThrows(IllegalArgumentException.class, () -> new RollingPlan(above, below));
    }
  }

  /** The last runs of a day clear what is left of it. */
  @ParameterizedTest
  @CsvSource({
    "1, 8, 0",
    "2, 8, 15",
    "88, 8, 1305",
    "89, 8, 1320",
    "90, 7, 1335",
    "95, 2, 1410",
    "96, 1, 1425"
  })
  void runsEndWithTheDay(int number, int periods, int startMinute) {
    List<Cycle> cycles = RollingPlan.STANDARD.cycles(Market.ID, DATE);
    assertEquals(96, cycles.size());
    Cycle cycle = cycles.get(number - 1);
    assertEquals(number, cycle.number());
    assertEquals(periods, cycle.periods());
    assertEquals(startMinute, cycle.startMinute());
    assertEquals(15, cycle.minutes());
    assertEquals(Market.ID, cycle.market());
    assertEquals(DATE, cycle.date());
    assertEquals(number, cycle.key().cycle());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 92, 276", "2026-03-30, 96, 288", "2026-10-25, 100, 300"})
  void dateOnWhichTheClocksChangeHasAsManyAsTimePasses(LocalDate date, int intraday, int realTime) {
    List<Cycle> id = RollingPlan.STANDARD.cycles(Market.ID, date, BERLIN);
    assertEquals(intraday, id.size());
    assertEquals(realTime, RollingPlan.STANDARD.cycles(Market.RT, date, BERLIN).size());
    assertEquals(1, id.get(intraday - 1).periods(), "the last run clears the last period");
    assertEquals(
        date.plusDays(1).atStartOfDay(BERLIN).toInstant().minusSeconds(900),
        id.get(intraday - 1).start(BERLIN));
  }

  @Test
  void runsThatMakeNoWholeDateAreRefused() {
    RollingPlan plan = new RollingPlan(new Steps(120, 2), new Steps(120, 1));
    LocalDate summer = LocalDate.of(2026, 3, 29);
    String said =
        assertThrows(IllegalArgumentException.class, () -> plan.cycles(Market.RT, summer, BERLIN))
            .getMessage();
    assertTrue(said.contains("1380 min"), said);
    assertEquals(12, plan.cycles(Market.RT, DATE, BERLIN).size());
  }

  /** By time; the intraday run comes before the real-time runs that it plans. */
  @Test
  void runsOfADateComeInTheOrderOfTheirTime() {
    List<Cycle> all = RollingPlan.STANDARD.cycles(DATE);
    assertEquals(96 + 288, all.size());
    List<String> first = all.stream().limit(9).map(c -> c.market() + " " + c.number()).toList();
    assertEquals(
        List.of("ID 1", "RT 1", "RT 2", "RT 3", "ID 2", "RT 4", "RT 5", "RT 6", "ID 3"), first);
    assertEquals("RT", all.get(383).market().name());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 8", "3, 1, 8", "4, 2, 8", "288, 96, 1", "286, 96, 1", "285, 95, 2"})
  void realTimeRunIsPlannedByTheIntradayRunOfItsTime(int realTime, int intraday, int periods) {
    Cycle cycle = RollingPlan.STANDARD.cycles(Market.RT, DATE).get(realTime - 1);
    Cycle above = RollingPlan.STANDARD.above(cycle, ZoneOffset.UTC).orElseThrow();
    assertEquals(intraday, above.number());
    assertEquals(periods, above.periods());
    assertEquals(Market.ID, above.market());
  }

  @Test
  void lastRunsOfALongDateArePlannedByItsLastIntradayRun() {
    LocalDate winter = LocalDate.of(2026, 10, 25);
    Cycle last = RollingPlan.STANDARD.cycles(Market.RT, winter, BERLIN).get(299);
    Cycle above = RollingPlan.STANDARD.above(last, BERLIN).orElseThrow();
    assertEquals(100, above.number());
    assertEquals(1, above.periods());
  }

  @Test
  void marketWithoutIntradayHasRealTimeAlone() {
    RollingPlan plan = RollingPlan.STANDARD.withoutIntraday();
    assertEquals(List.of(), plan.cycles(Market.ID, DATE));
    assertEquals(288, plan.cycles(DATE).size());
    assertEquals(Optional.empty(), plan.above(plan.cycles(DATE).get(5), ZoneOffset.UTC));
    assertEquals(RollingPlan.STANDARD.realTime(), plan.realTime());
  }

  @ParameterizedTest
  @CsvSource({"DA", "LT_RUC"})
  void marketsThatRunOnceADayDoNotRoll(Market market) {
    assertThrows(IllegalArgumentException.class, () -> RollingPlan.STANDARD.cycles(market, DATE));
  }

  @Test
  void modeIsThatOfEveryIntradayRun() {
    RollingPlan plan = RollingPlan.STANDARD.with(IntradayMode.SCED);
    assertTrue(plan.cycles(Market.ID, DATE).stream().allMatch(c -> c.mode() == IntradayMode.SCED));
    assertEquals(IntradayMode.SCUC, RollingPlan.STANDARD.cycles(Market.ID, DATE).get(0).mode());
    Cycle above = plan.above(plan.cycles(Market.RT, DATE).get(0), ZoneOffset.UTC).orElseThrow();
    assertEquals(IntradayMode.SCED, above.mode());
    assertEquals(plan.realTime(), RollingPlan.STANDARD.realTime());
  }

  @Test
  void cycleStartsAfterSoManyMinutesOfTheDate() {
    Cycle cycle = RollingPlan.STANDARD.cycles(Market.RT, LocalDate.of(2026, 3, 29), BERLIN).get(24);
    // Two hours after midnight of 23:00 UTC: 03:00 summer time.
    assertEquals(Instant.parse("2026-03-29T01:00:00Z"), cycle.start(BERLIN));
  }
}
