package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.Formulation;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What single rows of docs/model.md mean, on days solved by hand, in every formulation: limits of
 * starts and stops under the least output, reserve in the ramps, the hottest start, who can hold
 * reserve that is not spinning, the absolute ramp.
 */
class RowMeaningTest {
  private static ClearingResult clear(MarketDay day, Formulation formulation) {
    ClearingOptions exact = ClearingOptions.LOSSLESS.withGap(1e-9).withFormulation(formulation);
    return Fixtures.clear(ClearingCase.of(day), exact);
  }

  private static void costs(double yuan, MarketDay day) {
    for (Formulation formulation : Formulation.values()) {
      assertEquals(yuan, clear(day, formulation).objectiveYuan(), 1e-3, formulation.name());
    }
  }

  private static MarketDay day(int minutes, String load, String units, String more) {
    return Days.read(
        """
        {"name": "rows", "horizon": {"periodCount": %d, "minutesPerPeriod": %d},
         "network": {"buses": [{"id": "b", "type": "reference", "zone": "A"}]},
         "busLoads": [{"bus": "b", "mw": [%s]}], "thermalUnits": [%s] %s}
        """
            .formatted(load.split(",").length, minutes, load, units, more));
  }

  private static final String PEAK =
      "{\"id\": \"h\", \"bus\": \"b\", \"offers\": [{\"mw\": [0, 60], \"yuanPerH\": [0, %s]}],"
          + " \"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 10}%s}";

  private static String peak(int yuanPerH) {
    return PEAK.formatted(yuanPerH, "");
  }

  @Test
  void reserveOfAProductWithMinutesTakesNothingOfTheRamp() {
    // g starts at 30 in hour 2, is at 60 in hour 3 and holds 5 MW besides within 10 minutes.
    MarketDay day =
        day(
            60,
            "10, 55, 60",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [2000, 10000]}],
             "rampUpMwPerH": 30, "startRampMw": 30, "minUpHours": 3,
             "initial": {"on": false, "hours": 9}, "reserves": ["s"]},
            """
                + peak(24_000),
            """
            , "reserves": [{"id": "s", "mw": [0, 0, 5]}], "rules": {"products":
              [{"id": "s", "kind": "spinning", "direction": "up", "minutes": 10}]}
            """);
    costs(23_000, day);
  }

  @Test
  void reserveWithoutMinutesIsPartOfTheRamp() {
    // The same without minutes: 55 and 5 in hour 3, so h gives 5 MW more at 400 instead of 100.
    MarketDay day =
        day(
            60,
            "10, 55, 60",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 100], "yuanPerH": [2000, 10000]}],
             "rampUpMwPerH": 30, "startRampMw": 30, "minUpHours": 3,
             "initial": {"on": false, "hours": 9}, "reserves": ["s"]},
            """
                + peak(24_000),
            ", \"reserves\": [{\"id\": \"s\", \"mw\": [0, 0, 5]}]");
    costs(24_500, day);
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void aStopLimitUnderTheLeastOutputIsTheLeastOutputInEveryPeriod(Formulation formulation) {
    String unit =
        """
        {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [2000, 8000]}],
         "stopRampMw": 10, "startRampMw": 10,
         "initial": {"on": true, "hours": 9, "powerMw": %d}},
        """;
    MarketDay atLeast = day(60, "30, 30", unit.formatted(20) + peak(600), "");
    assertEquals(600, clear(atLeast, formulation).objectiveYuan(), 1e-3);
    // From 50 MW it cannot stop at once, and runs the first hour at its least.
    MarketDay above = day(60, "30, 30", unit.formatted(50) + peak(600), "");
    assertEquals(2000 + 100 + 300, clear(above, formulation).objectiveYuan(), 1e-3);
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void aStartLimitUnderARaisedLeastOutputIsThatOutput(Formulation formulation) {
    // Only g can serve 50 MW of the second hour; its pMinMw is 45, its start limit 30.
    MarketDay day =
        day(
            60,
            "5, 70",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [2000, 8000]}],
             "pMinMw": 45, "startRampMw": 30, "initial": {"on": false, "hours": 9}},
            {"id": "h", "bus": "b", "offers": [{"mw": [0, 25], "yuanPerH": [0, 250]}],
             "initial": {"on": true, "hours": 9, "powerMw": 10}}
            """,
            "");
    assertEquals(50 + 4500 + 250, clear(day, formulation).objectiveYuan(), 1e-3);
  }

  @Test
  void aRestartBeforeTheFirstTimeOffIsTheHottest() {
    MarketDay day =
        day(
            60,
            "60, 0, 60, 60",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [200, 800]}],
             "minDownHours": 1, "minUpHours": 1,
             "initial": {"on": true, "hours": 9, "powerMw": 60},
             "startCategories": [{"offHours": 2, "costYuan": 100},
                                 {"offHours": 5, "costYuan": 9000}]}
            """,
            "");
    costs(1900, day);
  }

  @Test
  void aRestartAfterALongTimeOffBeforeTheDayIsHot() {
    // Off for 9 h: the start of hour 1 is cold, that of hour 3 after an hour is hot.
    MarketDay day =
        day(
            60,
            "60, 0, 60, 60",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [200, 800]}],
             "minDownHours": 1, "minUpHours": 1, "initial": {"on": false, "hours": 9},
             "startCategories": [{"offHours": 1, "costYuan": 100},
                                 {"offHours": 5, "costYuan": 9000}]}
            """,
            "");
    costs(1800 + 9000 + 100, day);
  }

  @Test
  void theTimeOffBeforeTheDayCountsInHoursNotInWholePeriods() {
    // Off for 1.5 h before and 1 h of the day: 2.5 h, the second category.
    MarketDay day =
        day(
            60,
            "0, 60",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [200, 800]}],
             "initial": {"on": false, "hours": 1.5},
             "startCategories": [{"offHours": 1, "costYuan": 100},
                                 {"offHours": 2.5, "costYuan": 900}]}
            """,
            "");
    costs(600 + 900, day);
  }

  private static MarketDay standby(String unit) {
    return day(
        60,
        "30, 30",
        peak(2400)
            + ", {\"id\": \"g\", \"bus\": \"b\", \"offers\": [{\"mw\": [20, 80], \"yuanPerH\":"
            + " [2000, 8000]}],"
            + unit
            + ", \"reserves\": [\"n\"]}",
        """
        , "reserves": [{"id": "n", "mw": 40}], "rules": {"products":
          [{"id": "n", "kind": "non-spinning", "direction": "up", "minutes": 30}]}
        """);
  }

  @Test
  void reserveThatIsNotSpinningComesFromUnitsThatMayStart() {
    String off = "\"initial\": {\"on\": false, \"hours\": 9}";
    costs(2400, standby(off));
    costs(2400 + 800_000, standby(off + ", \"commitment\": [\"off\", \"off\"]"));
    costs(2400 + 400_000, standby(off + ", \"commitment\": [\"off\", \"free\"]"));
  }

  @Test
  void aUnitWithinItsTimeOffHoldsNoReserve() {
    String off = "\"initial\": {\"on\": false, \"hours\": 1}, \"minDownHours\": %d";
    costs(2400 + 800_000, standby(off.formatted(6)));
    costs(2400 + 400_000, standby(off.formatted(2)));
    costs(2400, standby(off.formatted(1)));
    // It stops in hour 1 and may not start again in either hour.
    String on = "\"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 20}, \"minDownHours\": 2";
    costs(2400 + 800_000, standby(on));
  }

  @Test
  void reserveThatIsNotSpinningIsWhatAStartReachesInItsMinutes() {
    String off = "\"initial\": {\"on\": false, \"hours\": 9}, ";
    costs(2400 + 2 * 15 * 10_000, standby(off + "\"startRampMw\": 25"));
    costs(2400 + 2 * 20 * 10_000, standby(off + "\"startRampMw\": 5"));
    costs(2400 + 2 * 10 * 10_000, standby(off + "\"rampUpMwPerH\": 60"));
  }

  @Test
  void separateAncillaryClearingLetsUnitsThatAreOffHoldReserve() {
    ClearingOptions separate =
        ClearingOptions.LOSSLESS.withGap(1e-9).withAncillary(ClearingOptions.Ancillary.SEPARATE);
    String off = "\"initial\": {\"on\": false, \"hours\": 9}";
    assertEquals(2400, separateYuan(standby(off), separate), 1e-3);
    MarketDay out = standby(off + ", \"commitment\": [\"off\", \"free\"]");
    assertEquals(2400 + 400_000, separateYuan(out, separate), 1e-3);
  }

  private static double separateYuan(MarketDay day, ClearingOptions options) {
    return Fixtures.cleared(
            AncillaryAuction.clear(
                ClearingCase.of(day), options, ClearingContext.of(Fixtures.highs())))
        .objectiveYuan();
  }

  @Test
  void aStartCurveLeavesTheRampOfRunningPeriodsAsItIs() {
    // 82 MW before, at most 22 MW less each half hour: 65, then 43; the first 17 MW are shed.
    MarketDay day =
        day(
            30,
            "82, 43",
            """
            {"id": "g", "bus": "b", "rampDownMwPerH": 44, "minUpHours": 1, "pMinMw": [35, 10],
             "offers": [{"mw": [35, 141], "yuanPerH": [4000, 14600]},
                        {"mw": [10, 141], "yuanPerH": [1500, 14600]}],
             "initial": {"on": true, "hours": 9, "powerMw": 82}},
            {"id": "h", "bus": "b", "offers": [{"mw": [0, 60], "yuanPerH": [0, 600]}],
             "initial": {"on": true, "hours": 9, "powerMw": 0}, "commitment": ["off"]}
            """,
            ", \"rules\": {\"trajectories\": [{\"unit\": \"g\", \"startMw\": [14.8]}]}");
    costs(175_900, day);
  }

  @Test
  void aStartCurveLeavesTheStopLimit() {
    // g may stop from 30 MW or less only, so it gives 30 in hour 1 and h the rest.
    String rules = ", \"rules\": {\"trajectories\": [{\"unit\": \"g\", \"startMw\": [14.8]}]}";
    MarketDay day =
        day(
            60,
            "80, 10",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [200, 800]}],
             "minUpHours": 1, "stopRampMw": 30,
             "initial": {"on": true, "hours": 9, "powerMw": 80}},
            """
                + peak(6000),
            rules);
    // 300 + 5 000 in hour 1 and 1 000 in hour 2.
    costs(6300, day);
  }

  @Test
  void whatTheElasticRunDropsIsReportedWithPeriodAmountAndPrice() {
    MarketDay day =
        day(
            60,
            "30, 30",
            """
            {"id": "g", "bus": "b", "offers": [{"mw": [20, 80], "yuanPerH": [2000, 8000]}],
             "stopRampMw": 30, "initial": {"on": true, "hours": 9, "powerMw": 60},
             "commitment": ["off", "off"]},
            """
                + peak(24_000),
            "");
    for (Formulation formulation : Formulation.values()) {
      ClearingResult result = clear(day, formulation);
      Relaxation stop = new Relaxation("B-03", "unit g stop limit", 0, 0, 30, "MW", 30 * 30_000.0);
      assertEquals(List.of(stop), result.relaxations());
      assertEquals(24_000 + 900_000, result.objectiveYuan(), 1e-3);
    }
  }

  @Test
  void aLineThatMayGoBothWaysBurnsNoEnergy() {
    MarketDay day =
        Days.read(
            """
            {"name": "burn", "horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [{"id": "l", "from": "a", "to": "b", "xPu": 0.1}],
               "hvdcLines": [{"id": "dc", "from": "a", "to": "b", "pMinMw": -40, "pMaxMw": 40,
                              "lossShare": 0.05}]},
             "thermalUnits": [{"id": "g", "bus": "a", "commitment": ["on"],
               "offers": [{"mw": [100, 200], "yuanPerH": [1000, 3000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 100}}],
             "busLoads": [{"bus": "b", "mw": 97}], "rules": {"hvdcSchedules": [{"line": "dc"}]}}
            """);
    ClearingResult result = clear(day, Formulation.AUTO);
    // 40 MW one way lose 2 of the 3 MW too many.
    assertEquals(21_000, result.objectiveYuan(), 1e-3);
    assertEquals(-20_000, result.prices().lmpYuanPerMwh()[0][0], 1e-3);
    assertEquals(40, Math.abs(result.schedule().hvdcMw()[0][0]), 1e-6);
    assertFalse(result.statistics().elastic());
    assertTrue(result.gap() <= 1e-9);
  }

  @Test
  void theOverloadAfterOutagesHasNoSign() {
    MarketDay day =
        Days.read(
            """
            {"name": "omega", "horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
                 {"id": "bc", "from": "b", "to": "c", "xPu": 0.1},
                 {"id": "ac", "from": "a", "to": "c", "xPu": 0.1,
                  "ratings": {"normalMva": 100, "emergencyMva": 30}}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [50], "yuanPerH": [1000]}],
                "commitment": ["on"], "initial": {"on": true, "hours": 9, "powerMw": 50}},
               {"id": "h", "bus": "c", "offers": [{"mw": [0, 60], "yuanPerH": [0, 1800]}],
                "initial": {"on": true, "hours": 9, "powerMw": 40}},
               {"id": "k", "bus": "b", "offers": [{"mw": [0, 60], "yuanPerH": [0, 30000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 0}}],
             "busLoads": [{"bus": "b", "mw": 110}],
             "rules": {"contingencies": {"everyBranch": true}}}
            """);
    ClearingResult result = clear(day, Formulation.AUTO);
    // 20 MW over 30 after the loss of ab; against it 50 after the loss of bc cost nothing more.
    assertEquals(147_500, result.objectiveYuan(), 1e-3);
    assertEquals(-6_030, result.prices().lmpYuanPerMwh()[0][0], 1e-3);
    assertEquals(1, result.relaxations().size());
    assertEquals(20, result.relaxations().get(0).amount(), 1e-6);
  }

  @Test
  void anEmergencyLimitBelowTheFlowHoldsAfterAnOutageThatMovesNothing() {
    MarketDay day =
        Days.read(
            """
            {"name": "spur", "horizon": {"periodCount": 1},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}, {"id": "c"}],
               "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1,
                  "ratings": {"normalMva": 100, "emergencyMva": 30}},
                 {"id": "bc1", "from": "b", "to": "c", "xPu": 0.1},
                 {"id": "bc2", "from": "b", "to": "c", "xPu": 0.1}]},
             "thermalUnits": [
               {"id": "cheap", "bus": "a", "offers": [{"mw": [0, 90], "yuanPerH": [0, 900]}],
                "initial": {"on": true, "hours": 9, "powerMw": 50}},
               {"id": "dear", "bus": "b", "offers": [{"mw": [0, 90], "yuanPerH": [0, 4500]}],
                "initial": {"on": true, "hours": 9, "powerMw": 0}}],
             "busLoads": [{"bus": "b", "mw": 50}],
             "rules": {"contingencies": {"everyBranch": true}}}
            """);
    ClearingResult result = clear(day, Formulation.AUTO);
    assertEquals(30 * 10 + 20 * 50, result.objectiveYuan(), 1e-6);
    assertArrayEquals(new double[] {10}, result.prices().lmpYuanPerMwh()[0], 1e-6);
    assertArrayEquals(new double[] {50}, result.prices().lmpYuanPerMwh()[1], 1e-6);
  }
}
