package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Horizon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day that goes on from the day before: each file counts from its own midnight. */
// Rows: A-15, D-02
class NextDateTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  private static MarketDay day(LocalDate date) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "d",
         "horizon": {"periodCount": 24, "minutesPerPeriod": 60, "firstDay": "%s"},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 100], "yuanPerH": [5000, 7000]}],
            "maxStartsPerDay": 2, "minUpHours": 6,
            "initial": {"on": false, "hours": 99, "powerMw": 0}}],
         "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": 40, "maxChargeMw": 20,
           "maxDischargeMw": 20, "initialLevelMwh": 20}]}
        """
            .formatted(date)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** On from hour 20 on at 30 MW, storage left with 7 MWh. */
  private static InitialConditions ran(LocalDate date) {
    boolean[] on = new boolean[24];
    double[] mw = new double[24];
    double[] level = new double[24];
    Arrays.fill(on, 20, 24, true);
    Arrays.fill(mw, 20, 24, 30);
    Arrays.fill(level, 7);
    return new InitialConditions(
        new Horizon(24, 60, 0, date),
        List.of(new InitialConditions.UnitPath("g", new InitialState(false, 99, 0), on, mw)),
        List.of(new InitialConditions.Level("s", level)),
        List.of(),
        List.of());
  }

  @Test
  void theNextDayBeginsAsThisOneEnded() {
    MarketDay next = MarketRun.whole(Market.DA).of(day(FIRST.plusDays(1)), ran(FIRST));
    ThermalUnit unit = next.thermalUnits().get(0);
    assertTrue(unit.initial().on());
    assertEquals(4, unit.initial().hours());
    assertEquals(30, unit.initial().powerMw());
    assertEquals(7, next.storageUnits().get(0).initialLevelMwh());
    assertEquals("2026-10-02T00:00", next.horizon().label(0));
    assertEquals(0, next.horizon().startMinute());
  }

  @Test
  void startsOfYesterdayAreNotThoseOfToday() {
    MarketDay next = MarketRun.whole(Market.DA).of(day(FIRST.plusDays(1)), ran(FIRST));
    assertEquals(0, next.thermalUnits().get(0).startsOfDay());
  }

  @Test
  void aDayLeftOutIsRefused() {
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> MarketRun.whole(Market.DA).of(day(FIRST.plusDays(2)), ran(FIRST)))
            .getMessage();
    assertTrue(said.contains("2026-10-02T00:00") && said.contains("2026-10-03T00:00"), said);
  }

  @Test
  void aRunOfALaterDateIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketRun.whole(Market.DA).of(day(FIRST), ran(FIRST.plusDays(1))));
  }

  @Test
  void theSameDateGoesOnWithinIt() {
    MarketRun rest = new MarketRun(Market.DA, 20, 4, 0, 0, MarketRun.FAST_START_HOURS);
    MarketDay late = rest.of(day(FIRST), ran(FIRST));
    assertFalse(late.thermalUnits().get(0).initial().on(), "it starts with hour 20");
  }

  @Test
  void aGapWithinADateIsRefused() {
    InitialConditions morning =
        new InitialConditions(
            new Horizon(2, 60, 0, FIRST),
            List.of(
                new InitialConditions.UnitPath(
                    "g", new InitialState(false, 99, 0), new boolean[2], new double[2])),
            List.of(new InitialConditions.Level("s", new double[2])),
            List.of(),
            List.of());
    MarketRun late = new MarketRun(Market.DA, 20, 4, 0, 0, MarketRun.FAST_START_HOURS);
    String said =
        assertThrows(IllegalArgumentException.class, () -> late.of(day(FIRST), morning))
            .getMessage();
    assertTrue(said.contains("2026-10-01T02:00") && said.contains("2026-10-01T20:00"), said);
  }

  /** Off all of the first day, on from hour 6 of the second on. */
  private static InitialConditions twoDays(LocalDate first) {
    boolean[] on = new boolean[48];
    Arrays.fill(on, 30, 48, true);
    return new InitialConditions(
        new Horizon(48, 60, 0, first),
        List.of(
            new InitialConditions.UnitPath(
                "g", new InitialState(false, 99, 0), on, new double[48])),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void theLongCycleOfAnEarlierDateBindsTheHoursOfThisDate() {
    MarketDay bound = MarketRun.whole(Market.DA).bound(day(FIRST.plusDays(1)), twoDays(FIRST));
    for (int t = 0; t < 24; t++) {
      assertEquals(
          t < 6 ? Commitment.OFF : Commitment.ON,
          bound.thermalUnits().get(0).commitment().get(t),
          "hour " + t);
    }
    assertEquals(FIRST.plusDays(1), bound.horizon().firstDay());
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketRun.whole(Market.DA).bound(day(FIRST.plusDays(2)), twoDays(FIRST)));
    assertThrows(
        IllegalArgumentException.class,
        () -> MarketRun.whole(Market.DA).bound(day(FIRST), twoDays(FIRST.plusDays(1))));
  }

  @Test
  void thePlanOfAnEarlierDateHoldsForTheHoursOfThisDate() {
    LocalDate next = FIRST.plusDays(1);
    MarketDay day =
        new MarketRun(Market.ID, 4, 6, 0, 0, MarketRun.FAST_START_HOURS)
            .of(day(next), offUntil(next, 4), twoDays(FIRST));
    for (int t = 0; t < 6; t++) {
      Commitment expected = t < 2 ? Commitment.OFF : Commitment.ON;
      assertEquals(expected, day.thermalUnits().get(0).commitment().get(t), "hour " + (4 + t));
    }
  }

  /** Which of the two dates it is would be a guess. */
  @Test
  void whatHasNoDateBetweenRunsOfTwoDatesIsRefused() {
    LocalDate next = FIRST.plusDays(1);
    MarketRun run = new MarketRun(Market.ID, 4, 6, 0, 0, MarketRun.FAST_START_HOURS);
    MarketDay undated = CommonClock.moved(day(next), day(next).horizon().from(null));
    String ofCase =
        assertThrows(
                IllegalArgumentException.class,
                () -> run.of(undated, offUntil(next, 4), twoDays(FIRST)))
            .getMessage();
    assertTrue(ofCase.contains("The case has no date"), ofCase);
    String ofRun =
        assertThrows(
                IllegalArgumentException.class,
                () -> run.of(day(next), offUntil(null, 4), twoDays(FIRST)))
            .getMessage();
    assertTrue(ofRun.contains("A run before has no date"), ofRun);
    MarketRun rest = new MarketRun(Market.DA, 4, 6, 0, 0, MarketRun.FAST_START_HOURS);
    MarketDay alone = rest.of(undated, offUntil(next, 4));
    assertEquals(6, alone.periodCount(), "one date is that of both");
  }

  private static InitialConditions offUntil(@Nullable LocalDate date, int hours) {
    return new InitialConditions(
        new Horizon(hours, 60, 0, date),
        List.of(
            new InitialConditions.UnitPath(
                "g", new InitialState(false, 99, 0), new boolean[hours], new double[hours])),
        List.of(new InitialConditions.Level("s", new double[hours])),
        List.of(),
        List.of());
  }
}
