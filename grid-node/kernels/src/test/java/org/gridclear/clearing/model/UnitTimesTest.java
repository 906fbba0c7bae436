package org.gridclear.clearing.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.clearing.Days;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times and limits of a unit in periods, against counting by hand. */
class UnitTimesTest {
  private static MarketDay day(int minutes, String unit) {
    return Days.read(
        """
        {"horizon": {"periodCount": 4, "minutesPerPeriod": %d},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "busLoads": [{"bus": "n", "mw": 10}],
         "thermalUnits": [{"id": "g", "bus": "n",
           "offers": [{"mw": [20, 100], "yuanPerH": [200, 1000]}] %s}]}
        """
            .formatted(minutes, unit.isEmpty() ? "" : ", " + unit));
  }

  private static UnitTimes times(MarketDay day) {
    return UnitTimes.of(day.thermalUnits().get(0), day.horizon(), Optional.empty());
  }

  private static UnitTimes times(MarketDay day, List<Double> startMw, List<Double> stopMw) {
    ThermalUnit unit = day.thermalUnits().get(0);
    Trajectory curve = new Trajectory("g", true, startMw, stopMw);
    return UnitTimes.of(unit, day.horizon(), Optional.of(curve));
  }

  /** Up to whole periods: half an hour more than a whole number of them is one more. */
  @ParameterizedTest
  @CsvSource({
    "60, 3, 3",
    "60, 2.5, 3",
    "60, 0, 1",
    "15, 1, 4",
    "15, 1.1, 5",
    "30, 0.2, 1",
    "5, 0.75, 9",
    "20, 1.6666666666666667, 5"
  })
  void leastTimesAreWholePeriodsAndAtLeastOne(int minutes, double hours, int periods) {
    String unit = "\"minUpHours\": %s, \"minDownHours\": %s".formatted(hours, hours);
    UnitTimes times = times(day(minutes, unit));
    assertEquals(periods, times.upPeriods());
    assertEquals(periods, times.downPeriods());
  }

  /** A ramp is given per hour. */
  @ParameterizedTest
  @CsvSource({"60, 60", "15, 15", "5, 5"})
  void rampsAreOfAPeriod(int minutes, double mw) {
    UnitTimes times = times(day(minutes, "\"rampUpMwPerH\": 60, \"rampDownMwPerH\": 120"));
    assertEquals(mw, times.rampUpMw(), 1e-12);
    assertEquals(2 * mw, times.rampDownMw(), 1e-12);
  }

  /** The periods left of 4 hours up or 6 down, by hours gone: up to whole ones, never below 0. */
  @ParameterizedTest
  @CsvSource({
    "60, true, 1, 3",
    "60, true, 4, 0",
    "60, true, 40, 0",
    "60, true, 3.5, 1",
    "15, true, 3.5, 2",
    "15, true, 3.4, 3",
    "60, false, 1, 5",
    "60, false, 6, 0",
    "30, false, 5.9, 1"
  })
  void whatIsHeldFromBeforeTheDayIsCounted(int minutes, boolean on, double hours, int periods) {
    String unit =
        "\"minUpHours\": 4, \"minDownHours\": 6, \"initial\": {\"on\": %s, \"hours\": %s %s}";
    MarketDay day = day(minutes, unit.formatted(on, hours, on ? ", \"powerMw\": 50" : ""));
    assertEquals(periods, times(day).heldPeriods(day.horizon()));
    MarketDay unknown = day(minutes, "\"minUpHours\": 4, \"minDownHours\": 6");
    assertEquals(0, times(unknown).heldPeriods(unknown.horizon()));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "3, 0", "2.9, 1", "9, 0"})
  void aStartThatBeganBeforeGoesOnForTheRestOfItsCurve(double hours, int periods) {
    String unit = "\"initial\": {\"on\": true, \"hours\": %s, \"powerMw\": 15}".formatted(hours);
    MarketDay day = day(60, unit);
    UnitTimes times = times(day, List.of(5.0, 10.0, 15.0), List.of());
    assertEquals(periods, times.startingPeriods(day.horizon()));
  }

  /** On for 3 hours the curve of 3 was going on in the last one; for 4 it was not. */
  @ParameterizedTest
  @CsvSource({"3, 0, false", "4, 30, true"})
  void outputBeforeTheDayCountsOnceTheCurveIsOver(double hours, double aboveMw, boolean free) {
    String unit = "\"initial\": {\"on\": true, \"hours\": %s, \"powerMw\": 50}".formatted(hours);
    MarketDay day = day(60, unit);
    UnitTimes times = times(day, List.of(5.0, 10.0, 15.0), List.of());
    assertEquals(aboveMw, times.initialAboveMw(), 0);
    assertEquals(free, times.initiallyDispatchable(day.horizon()));
  }

  /** A start under the least output is one at it; a limit of nothing cuts nothing. */
  @ParameterizedTest
  @CsvSource({"10, 20, 80", "20, 20, 80", "60, 60, 40", "100, 100, 0", "500, 500, 0"})
  void limitsOfAStartAndAStopLieBetweenLeastAndGreatest(double mw, double limit, double cut) {
    UnitTimes times = times(day(60, "\"startRampMw\": %s, \"stopRampMw\": %s".formatted(mw, mw)));
    for (int t = 0; t < 4; t++) {
      assertEquals(limit, times.startLimitMw(t), 0);
      assertEquals(limit, times.stopLimitMw(t), 0);
      assertEquals(cut, times.startCutMw(t), 0);
      assertEquals(cut, times.stopCutMw(t), 0);
    }
  }

  /** The cut is never more than what lies above the first breakpoint, whatever the data say. */
  @Test
  void limitsFollowThePeriodsOwnData() {
    UnitTimes times =
        times(
            day(
                60,
                "\"pMinMw\": [20, 70, 20, 20], \"pMaxMw\": [100, 100, 30, 100],"
                    + " \"startRampMw\": 40, \"stopRampMw\": 25"));
    double[] start = new double[4];
    double[] stopCut = new double[4];
    for (int t = 0; t < 4; t++) {
      start[t] = times.startLimitMw(t);
      stopCut[t] = times.stopCutMw(t);
    }
    assertArrayEquals(new double[] {40, 70, 40, 40}, start, 0);
    assertArrayEquals(new double[] {75, 30, 5, 75}, stopCut, 0);
    assertEquals(10, times.widthMw(2), 0);
  }

  @ParameterizedTest
  @CsvSource({"40, 0", "60, 0", "75, 15"})
  void outputBeforeTheDayMayBeTooGreatForAStop(double powerMw, double excessMw) {
    String unit = "\"stopRampMw\": 60, \"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": %s}";
    UnitTimes times = times(day(60, unit.formatted(powerMw)));
    assertEquals(excessMw, times.firstStopExcessMw(), 0);
    UnitTimes curved = times(day(60, unit.formatted(powerMw)), List.of(), List.of(15.0));
    assertEquals(0, curved.firstStopExcessMw(), 0);
  }

  /** Statuses of the data keep 2 hours up and 2 down, or do not. */
  @ParameterizedTest
  @CsvSource({
    "on on on on, 9, true", "off off on on, 9, true", "off on on on, 9, false",
    "on off off on, 9, true", "on off on on, 9, false", "off off off off, 1, false",
    "on off off off, 1, true", "off off off on, 9, true"
  })
  void statusesOfTheDataKeepTheTimes(String statuses, double hours, boolean keeps) {
    String list = "[\"" + statuses.replace(" ", "\", \"") + "\"]";
    String unit =
        "\"minUpHours\": 2, \"minDownHours\": 2, \"commitment\": %s, \"initial\":"
            + " {\"on\": true, \"hours\": 9, \"powerMw\": 50}";
    ThermalUnit unitAsRead =
        day(60, unit.formatted(list.replace("off", "free"))).thermalUnits().get(0);
    ThermalUnit given =
        unitAsRead
            .withCommitment(
                List.of(statuses.split(" ", -1)).stream()
                    .map(each -> Commitment.valueOf(each.toUpperCase(Locale.ROOT)))
                    .toList())
            .withInitial(new InitialState(true, hours, 50));
    Horizon horizon = day(60, "").horizon();
    assertEquals(
        keeps, UnitTimes.of(given, horizon, Optional.empty()).keepsTimes(horizon.hoursPerPeriod()));
  }
}
