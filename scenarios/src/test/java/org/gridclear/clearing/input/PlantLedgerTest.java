package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** Output bands, water on its way, awards and later limits over runs handed on. */
// Rows: G-06
class PlantLedgerTest {
  private static final Horizon SIX_HOURS = new Horizon(6, 60, 0);

  private static MarketDay day() {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "plants",
         "horizon": {"periodCount": 6, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [20, 100], "yuanPerH": [5000, 7000]}],
            "pMaxMw": [100, 100, 100, 100, 60, 60], "rampDownMwPerH": 15, "stopRampMw": 30,
            "minUpHours": 2, "reserves": ["spin"], "initial": {"on": true, "hours": 9, "powerMw": 50}},
           {"id": "h", "bus": "a", "offers": [{"mw": [20, 100], "yuanPerH": [5000, 7000]}],
            "minUpHours": 2, "reserves": ["cold"], "initial": {"on": false, "hours": 9}}],
         "rules": {
           "products": [{"id": "spin"}, {"id": "cold", "kind": "non-spinning"}],
           "bands": [{"unit": "g", "kind": "mill", "dwellPeriodsMax": 2, "crossingsPerDayMax": 4,
             "bands": [{"fromMw": 40, "toMw": 50}, {"fromMw": 70, "toMw": 80}]}],
           "reservoirs": [
             {"id": "up", "units": ["h"], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0.5,
              "downstream": "low", "delayHours": 2, "releaseBeforeM3PerS": 9},
             {"id": "low", "units": [], "m3PerMwh": 3600, "maxMm3": 1, "initialMm3": 0.5}]}}
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  /** g crosses 50 MW downwards, then upwards, is in the upper band in hours 3 and 4, then stops. */
  private static InitialConditions plan(boolean hOn) {
    boolean[] h = {false, false, false, hOn, hOn, hOn};
    return new InitialConditions(
        SIX_HOURS,
        List.of(
            new InitialConditions.UnitPath(
                "g",
                new InitialState(true, 9, 50),
                new boolean[] {true, true, true, true, true, false},
                new double[] {35, 60, 75, 75, 60, 0}),
            new InitialConditions.UnitPath("h", new InitialState(false, 9, 0), h, new double[6])),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new InitialConditions.Level("up", new double[] {1, 2, 3, 4, 5, 6})),
        List.of(),
        List.of(
            new InitialConditions.Award("g", "spin", new double[] {5, 5, 5, 8, 8, 0}),
            new InitialConditions.Award("h", "cold", new double[] {6, 6, 6, 6, 6, 6})),
        List.of());
  }

  private static MarketDay window(
      Market market, int from, int count, int minutes, InitialConditions b) {
    return new MarketRun(market, from, count, 0, minutes, MarketRun.FAST_START_HOURS).of(day(), b);
  }

  private static OutputBands bands(MarketDay window) {
    return window.rules().bands().get(0);
  }

  @Test
  void timeInABandAndCrossingsOfTheDayAreHandedOn() {
    MarketDay hours = window(Market.RT, 3, 1, 0, plan(false));
    assertEquals(1, bands(hours).insidePeriodsBefore(), "hour 3");
    assertEquals(List.of(2, 0), bands(hours).crossingsOfDay());
    MarketDay quarters = window(Market.RT, 14, 2, 15, plan(false));
    assertEquals(6, bands(quarters).insidePeriodsBefore(), "an hour and a half");
    assertEquals(8, bands(quarters).dwellPeriodsMax());
    MarketDay later = window(Market.RT, 4, 1, 0, plan(false));
    assertEquals(List.of(2, 0), bands(later).crossingsOfDay());
    assertEquals(0, bands(window(Market.RT, 0, 1, 0, plan(false))).insidePeriodsBefore());
  }

  @Test
  void whatRunsBeforeTheRunBeforeDidIsCarriedAlong() {
    MarketDay second = window(Market.RT, 3, 1, 0, plan(false));
    List<InitialConditions.Used> used = InitialConditions.usedOf(bands(second), second.horizon());
    InitialConditions after =
        new InitialConditions(
            new Horizon(1, 60, 180),
            List.of(
                new InitialConditions.UnitPath(
                    "g", new InitialState(true, 12, 75), new boolean[] {true}, new double[] {76})),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            used,
            List.of(new InitialConditions.Level("up", new double[] {40})),
            List.of(new InitialConditions.Level("up", new double[] {2, 3})),
            List.of(),
            List.of());
    MarketDay third = window(Market.RT, 4, 1, 0, after.goingOn(plan(false)));
    assertEquals(2, bands(third).insidePeriodsBefore());
    assertEquals(List.of(2, 0), bands(third).crossingsOfDay());
    assertEquals(List.of(3.0, 40.0), third.rules().reservoirs().get(0).releasesBeforeM3PerS());
    assertEquals(8, awards(third).get(0).min().at(0), "of the plan for later");
  }

  @Test
  void waterThatWasReleasedIsOnItsWay() {
    MarketDay hours = window(Market.RT, 3, 1, 0, plan(false));
    assertEquals(List.of(2.0, 3.0), hours.rules().reservoirs().get(0).releasesBeforeM3PerS());
    MarketDay first = window(Market.RT, 1, 1, 0, plan(false));
    assertEquals(9, first.rules().reservoirs().get(0).releasedM3PerS(-2), "before the day");
    assertEquals(1, first.rules().reservoirs().get(0).releasedM3PerS(-1));
    MarketDay halves = window(Market.RT, 5, 1, 30, plan(false));
    assertEquals(
        List.of(1.0, 2.0, 2.0, 3.0), halves.rules().reservoirs().get(0).releasesBeforeM3PerS());
  }

  private static List<RangeConstraint> awards(MarketDay window) {
    return window.rules().ranges().stream().filter(r -> r.kind() == RangeKind.AWARD).toList();
  }

  @Test
  void awardsOfTheDayAheadBindIntradayAndRealTime() {
    for (Market market : List.of(Market.ID, Market.RT)) {
      List<RangeConstraint> awards = awards(window(market, 2, 2, 0, plan(false)));
      assertEquals(2, awards.size());
      assertEquals("award of spin to g", awards.get(0).id());
      assertEquals(5, awards.get(0).min().at(0));
      assertEquals(8, awards.get(0).min().at(1));
    }
    List<RangeConstraint> called = awards(window(Market.RT, 3, 2, 0, plan(true)));
    assertEquals(1, called.size(), "a unit that runs holds no non-spinning reserve");
    assertEquals(0, window(Market.RT, 3, 1, 0, plan(false)).rules().product("spin").minutes());
    assertEquals(60, window(Market.RT, 9, 1, 15, plan(false)).rules().product("spin").minutes());
    assertTrue(awards(window(Market.DA, 3, 2, 0, plan(false))).isEmpty());
  }

  @Test
  void anAwardToAUnitThatIsNotThereIsRefused() {
    InitialConditions plan = plan(false);
    InitialConditions other =
        new InitialConditions(
            plan.horizon(),
            plan.units(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new InitialConditions.Award("x", "spin", new double[6])),
            List.of());
    assertThrows(IllegalArgumentException.class, () -> window(Market.RT, 0, 1, 0, other));
  }

  private static RangeConstraint later(MarketDay window) {
    return window.rules().ranges().stream()
        .filter(range -> range.id().equals("later limits of g"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWindowEndsWhereLaterLimitsAndStopsCanBeReached() {
    MarketDay early = window(Market.RT, 1, 2, 0, plan(false));
    assertEquals(0, early.thermalUnits().get(0).stopAfterPeriods(), "off in hour 6 only");
    assertEquals(30 + 15 + 15, later(early).max().at(1), "stop limit and two ramps");
    MarketDay last = window(Market.RT, 4, 1, 0, plan(false));
    assertEquals(1, last.thermalUnits().get(0).stopAfterPeriods());
    assertTrue(last.rules().ranges().stream().noneMatch(r -> r.kind() == RangeKind.OUTPUT));
    MarketDay fine = window(Market.RT, 4 * 4 + 3, 1, 15, plan(false));
    assertEquals(20 + 15 / 4.0, later(fine).max().at(0), "a ramp above the first breakpoint");
    MarketDay intraday = window(Market.ID, 3, 1, 0, plan(false));
    assertEquals(30 + 15, later(intraday).max().at(0));
  }
}
