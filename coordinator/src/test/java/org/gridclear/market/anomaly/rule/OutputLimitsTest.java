package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which outputs of a schedule lie outside the limits of their units, period by period, by hand. */
// Rows: I-01
class OutputLimitsTest {
  private static final MarketDay DAY =
      CaseFiles.unpack(
          """
          {"format": "gridclear-case", "version": 1, "name": "two periods",
           "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
           "network": {"buses": [{"id": "a", "type": "reference"}]},
           "busLoads": [{"bus": "a", "mw": 50}],
           "thermalUnits": [
             {"id": "steam", "bus": "a", "offers": [{"mw": [10, 90], "yuanPerH": [1000, 9000]}],
              "pMinMw": [10, 20], "pMaxMw": [90, 80],
              "initial": {"on": true, "hours": 9, "powerMw": 50}},
             {"id": "slow", "bus": "a", "offers": [{"mw": [30, 60], "yuanPerH": [1000, 9000]}],
              "initial": {"on": false, "hours": 9, "powerMw": 0}}],
           "profiledUnits": [{"id": "wind", "bus": "a", "minMw": [0, 2], "maxMw": [9, 5]}],
           "storageUnits": [{"id": "battery", "bus": "a", "maxLevelMwh": 40,
             "maxChargeMw": [8, 4], "maxDischargeMw": [6, 3]}],
           "rules": {"trajectories": [{"unit": "slow", "startMw": [10, 20], "stopMw": [15]}]}}
          """
              .getBytes(StandardCharsets.UTF_8));

  private static final double[][] NONE = new double[0][];

  private static Schedule schedule(
      boolean[][] on, double[][] mw, double[] wind, double[] charge, double[] discharge) {
    return new Schedule(
        on,
        new boolean[2][2],
        mw,
        new double[0][][],
        new double[][] {wind},
        new double[][] {charge},
        new double[][] {discharge},
        new double[1][2],
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE);
  }

  private static final boolean[][] ON = {{true, true}, {true, true}};
  private static final double[] IDLE = {0, 0};
  private static final double[] CALM = {0, 2};
  private static final double[] SLOW = {30, 30};

  private static List<String> outside(Schedule schedule) {
    return OutputLimits.outside(DAY, schedule).stream()
        .map(
            each ->
                "%s %s %d %s over %s"
                    .formatted(each.kind(), each.unit(), each.period(), each.mw(), each.limitMw()))
        .toList();
  }

  private static List<String> ofSteam(boolean on, int period, double mw) {
    double[] other = {50, 50};
    other[period - 1] = mw;
    boolean[] runs = {true, true};
    runs[period - 1] = on;
    return outside(
        schedule(
            new boolean[][] {runs, {true, true}}, new double[][] {other, SLOW}, CALM, IDLE, IDLE));
  }

  /** Solvers are no more exact than a millionth of a MW; that much is no output outside. */
  @ParameterizedTest(name = "on {0}, period {1}, {2} MW: {3}")
  @CsvSource({
    "true, 1, 10, ''",
    "true, 1, 9.9999995, ''",
    "true, 1, 9.9, unit steam 1 9.9 over 10.0",
    "true, 2, 19.9, unit steam 2 19.9 over 20.0",
    "true, 1, 90, ''",
    "true, 1, 90.0000005, ''",
    "true, 1, 90.1, unit steam 1 90.1 over 90.0",
    "true, 2, 80.1, unit steam 2 80.1 over 80.0",
    "true, 2, 90, unit steam 2 90.0 over 80.0",
    "false, 1, 0, ''",
    "false, 1, 0.1, unit steam 1 0.1 over 0.0",
    "false, 2, -0.1, unit steam 2 -0.1 over 0.0",
    "true, 1, 0, unit steam 1 0.0 over 10.0"
  })
  void limitsAreThoseOfThePeriodWhileItRuns(boolean on, int period, double mw, String expected) {
    assertEquals(expected.isEmpty() ? List.of() : List.of(expected), ofSteam(on, period, mw));
  }

  /** On its curves a unit gives less than its least output, and something while it is off. */
  @ParameterizedTest(name = "on {0}, {1} MW: {2}")
  @CsvSource({
    "true, 10, true",
    "false, 15, true",
    "true, 0, true",
    "false, 60, true",
    "true, 60.1, false",
    "false, 60.1, false",
    "false, -0.1, false"
  })
  void aUnitWithCurvesHasNoLeastOutput(boolean on, double mw, boolean within) {
    List<String> found =
        outside(
            schedule(
                new boolean[][] {{true, true}, {on, true}},
                new double[][] {{50, 50}, {mw, 30}},
                CALM,
                IDLE,
                IDLE));
    assertEquals(within, found.isEmpty(), found::toString);
    assertTrue(found.stream().allMatch(each -> each.startsWith("unit slow 1 ")), found::toString);
  }

  @ParameterizedTest(name = "{0} MW, then {1}: {2}")
  @CsvSource({
    "9, 5, ''",
    "9.1, 5, unit wind 1 9.1 over 9.0",
    "9, 5.1, unit wind 2 5.1 over 5.0",
    "0, 1.9, unit wind 2 1.9 over 2.0",
    "-0.1, 2, unit wind 1 -0.1 over 0.0"
  })
  void windAndSunKeepTheirForecast(double first, double second, String expected) {
    List<String> found =
        outside(
            schedule(
                ON, new double[][] {{50, 50}, SLOW}, new double[] {first, second}, IDLE, IDLE));
    assertEquals(expected.isEmpty() ? List.of() : List.of(expected), found);
  }

  @Test
  void aStorageIsHeldByItsRatesInBothDirections() {
    double[][] mw = {{50, 50}, SLOW};
    assertEquals(
        List.of(), outside(schedule(ON, mw, CALM, new double[] {8, 4}, new double[] {6, 3})));
    assertEquals(
        List.of("storage battery 1 8.1 over 8.0", "storage battery 2 3.1 over 3.0"),
        outside(schedule(ON, mw, CALM, new double[] {8.1, 4}, new double[] {6, 3.1})));
    assertEquals(
        List.of("storage battery 1 -1.0 over 0.0", "storage battery 2 -2.0 over 0.0"),
        outside(schedule(ON, mw, CALM, new double[] {0, -2}, new double[] {-1, 0})));
  }
}
