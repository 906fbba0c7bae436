package org.gridclear.market.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of a day one after the other, and the day that they make together. */
// Rows: E-06, E-11, F-03, F-10
class RollingDayTest extends RollingMarket {
  /** Every run in its turn; each one by a process of its own. */
  private void rollAll() {
    dayAhead();
    PLAN.cycles(DATE).forEach(this::clear);
  }

  /** Real time meets a hundredth more load: what its units may not fall below is absorbed. */
  private void clear(Cycle cycle) {
    rolling().clear(cycle, whole(cycle.market() == Market.RT ? 1.01 : 1));
  }

  @Test
  void theStandardDayHas96IntradayAnd288RealTimeRunsInTheirOrder() {
    List<Cycle> cycles = RollingPlan.STANDARD.cycles(DATE);
    assertEquals(96 + 288, cycles.size());
    assertEquals(Market.ID, cycles.get(0).market());
    assertEquals(Market.RT, cycles.get(1).market());
    Cycle last = cycles.get(cycles.size() - 1);
    assertEquals(1435, last.startMinute());
    assertEquals(1, last.periods());
    assertEquals(Instant.parse("2026-10-01T15:55:00Z"), last.start(ZoneId.of("Asia/Shanghai")));
    assertEquals(96, RollingPlan.STANDARD.above(last, ZoneOffset.UTC).orElseThrow().number());
    for (int k = 1; k < cycles.size(); k++) {
      assertTrue(cycles.get(k).startMinute() >= cycles.get(k - 1).startMinute());
    }
  }

  @Test
  void aDayIsWhatItsRunsBoundAndServesItsLoad() {
    rollAll();
    DayVersion joined = new JoinedDay(days, PLAN).join(Market.RT, DATE, SOURCE);
    assertEquals(List.of(), joined.alarms());
    assertTrue(JoinedDay.isJoined(joined.key()));
    ResultBlock units = block(joined, ResultKind.UNITS);
    ResultBlock balance = block(joined, ResultKind.BALANCE);
    assertEquals(12, balance.layout().slots());
    MarketDay real = whole(1.01);
    for (int slot = 0; slot < 12; slot++) {
      long output = 0;
      for (int here = 0; here < units.elements().length; here++) {
        output += units.column("mw")[here * 12 + slot];
      }
      double load = 0;
      for (int hour = 2 * slot; hour < 2 * slot + 2; hour++) {
        load += real.loadMw(hour) / 2;
      }
      assertEquals(load, output / decimals(units, "mw"), 0.01, "period " + slot);
    }
    DayVersion seventh = days.newest(new DayKey(Market.RT, DATE, 7)).orElseThrow();
    long[] of = block(seventh, ResultKind.PRICES).column("lmpYuanPerMwh");
    ResultBlock prices = block(joined, ResultKind.PRICES);
    int slots = block(seventh, ResultKind.PRICES).layout().slots();
    for (int bus = 0; bus < prices.elements().length; bus++) {
      assertEquals(of[bus * slots], prices.column("lmpYuanPerMwh")[bus * 12 + 6]);
    }
    aQuestionIsAnsweredFromTheDay();
    realTimeKeepsTheStatusesOfIntraday();
  }

  private static double decimals(ResultBlock block, String name) {
    return block.layout().columns().stream()
        .filter(column -> column.name().equals(name))
        .mapToDouble(column -> Math.pow(10, column.decimals()))
        .findFirst()
        .orElseThrow();
  }

  /** What starts slowly was decided the day before; real time changes no status. */
  private void realTimeKeepsTheStatusesOfIntraday() {
    for (Cycle cycle : PLAN.cycles(Market.RT, DATE)) {
      ResultBlock real = block(days.newest(cycle.key()).orElseThrow(), ResultKind.COMMITMENT);
      ResultBlock planned =
          block(
              days.newest(PLAN.above(cycle, days.zone()).orElseThrow().key()).orElseThrow(),
              ResultKind.COMMITMENT);
      for (int here = 0; here < real.elements().length; here++) {
        assertEquals(real.text(here, "unit"), planned.text(here, "unit"));
        assertEquals(
            planned.column("on")[here * planned.layout().slots()],
            real.column("on")[here * real.layout().slots()],
            cycle + " " + real.text(here, "unit"));
      }
    }
  }

  @Test
  void aTimeWithoutARunIsMissingAndSaidFirst() {
    dayAhead();
    List<Cycle> cycles = PLAN.cycles(DATE);
    for (Cycle cycle : cycles) {
      boolean left = cycle.market() == Market.RT && cycle.number() == 5;
      if (!left) {
        clear(cycle);
      }
    }
    DayVersion joined = new JoinedDay(days, PLAN).join(Market.RT, DATE, SOURCE);
    assertEquals(List.of("No run for 08:00"), joined.alarms());
    ResultBlock prices = block(joined, ResultKind.PRICES);
    assertFalse(prices.has(0, 4));
    assertTrue(prices.has(0, 5));
  }

  /** By another plan the same numbers are other times. */
  @Test
  void runsOfAnotherPlanAreNotJoined() {
    dayAhead();
    PLAN.cycles(DATE).stream().limit(5).forEach(cycle -> rolling().clear(cycle, whole(1)));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> new JoinedDay(days, RollingPlan.STANDARD).join(Market.RT, DATE, SOURCE))
            .getMessage();
    assertTrue(said.contains("in periods of 120 min"), said);
    assertTrue(days.newest(new DayKey(Market.RT, DATE)).isEmpty());
  }

  /** On a date of 23 or 25 hours there are as many runs, each at its time, and the day is whole. */
  @ParameterizedTest
  @CsvSource({"2026-03-29, 23, 2026-03-29T02:00Z", "2026-10-25, 25, 2026-10-25T02:00Z"})
  void aDateOnWhichTheClocksChangeHasItsOwnRuns(LocalDate date, int hours, OffsetDateTime fourth) {
    market.close();
    market =
        MarketFolder.create(
            folder.resolve("berlin"),
            new MarketFolder.Facts("m", "Europe/Berlin", "yuan", MarketDatabase.EMBEDDED));
    days = DayStore.of(market);
    RollingPlan plan = new RollingPlan(new RollingPlan.Steps(60, 2), new RollingPlan.Steps(60, 1));
    MarketDay whole = SmallDays.day(date, hours, 60, 60);
    RollingDay rolling = rolling(plan, runs);
    rolling.clearAhead(new DayKey(Market.DA, date), whole, Optional.empty());
    List<Cycle> cycles = plan.cycles(date, days.zone());
    assertEquals(2 * hours, cycles.size());
    cycles.forEach(cycle -> rolling.clear(cycle, whole));
    DayVersion joined = new JoinedDay(days, plan).join(Market.RT, date, SOURCE);
    assertEquals(List.of(), joined.alarms());
    ResultBlock balance = block(joined, ResultKind.BALANCE);
    assertEquals(hours, balance.layout().slots());
    // Midnight is 23:00Z in March and 22:00Z in October: time that has passed counts, not the
    // clock.
    int hour = (int) Duration.between(date.atStartOfDay(days.zone()), fourth).toHours();
    assertEquals(hour, hours == 23 ? 3 : 4);
    Cycle at = plan.cycles(Market.RT, date, days.zone()).get(hour);
    assertEquals(fourth.toInstant(), at.start(days.zone()));
    String shown = fourth.atZoneSameInstant(days.zone()).toLocalTime().toString();
    assertEquals(hours == 23 ? "04:00" : "03:00", shown);
    assertTrue(days.newest(at.key()).isPresent());
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> PLAN.cycles(Market.RT, date, days.zone()))
            .getMessage();
    assertTrue(said.contains("Runs of 120 min make no day of " + 60 * hours + " min"), said);
  }

  /** Where the day is there, a question is not told that its runs overlap. */
  private void aQuestionIsAnsweredFromTheDay() {
    DayQuery query = DayQuery.of(Market.RT, DATE, DATE);
    RowRange range = new RowRange(0, 10_000);
    assertEquals(
        12, new ResultService(days).rows(Viewer.LOCAL, query, ResultKind.BALANCE, range).total());
  }
}
