package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** What goes beyond a window holds over days that are repeated as over days of the case. */
class RepeatedDaysTest {
  /** One day, and a limit of 1000 MWh over these of its periods and the horizon. */
  private static MarketDay day(String periods) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "repeated",
         "horizon": {"periodCount": 24, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 10}],
         "thermalUnits": [{"id": "g", "bus": "a",
           "offers": [{"mw": [0, 100], "yuanPerH": [0, 7000]}],
           "initial": {"on": true, "hours": 9, "powerMw": 10}}],
         "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": 40, "maxChargeMw": 20,
           "maxDischargeMw": 20, "initialLevelMwh": 20, "endMinLevelMwh": 15,
           "endMaxLevelMwh": 18}],
         "rules": {"ranges": [{"id": "x", "kind": "energy", "span": "horizon", "max": 1000,
           "scope": {"units": ["g"]}%s}]}}
        """
            .formatted(periods)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A plan of two days: g gives 10 MW, then 20 MW; the first day ends at 30 MWh. */
  private static InitialConditions plan() {
    boolean[] on = new boolean[48];
    Arrays.fill(on, true);
    double[] mw = IntStream.range(0, 48).mapToDouble(t -> t < 24 ? 10 : 20).toArray();
    double[] level = IntStream.range(0, 48).mapToDouble(t -> t < 24 ? 30 : 16).toArray();
    return new InitialConditions(
        new Horizon(48, 60),
        List.of(new InitialConditions.UnitPath("g", new InitialState(true, 9, 10), on, mw)),
        List.of(new InitialConditions.Level("s", level)),
        List.of(),
        List.of());
  }

  private static MarketDay window(String periods, int from, int count) {
    return new MarketRun(Market.ID, from, count, 2, 60, MarketRun.FAST_START_HOURS, true)
        .of(day(periods), plan());
  }

  private static RangeConstraint range(MarketDay window) {
    return window.rules().ranges().stream()
        .filter(each -> each.id().startsWith("x"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstDayLeavesWhatThePlanUsesOnItsRepetition() {
    RangeConstraint first = range(window("", 0, 24));
    assertEquals(0, first.used());
    assertEquals(1000 - 24 * 20, first.max().at(0), 1e-9);
    RangeConstraint second = range(window("", 24, 24));
    assertEquals(24 * 10, second.used(), 1e-9);
    assertEquals(1000, second.max().at(0), 1e-9);
  }

  @Test
  void theFirstDayEndsAtThePlannedLevelAndTheRepetitionAtThatOfTheDay() {
    StorageUnit first = window("", 0, 24).storageUnits().get(0);
    assertEquals(30, first.endMinLevelMwh());
    assertEquals(40, first.endMaxLevelMwh(), "the day's end is that of its repetition");
    StorageUnit second = window("", 24, 24).storageUnits().get(0);
    assertEquals(15, second.endMinLevelMwh());
    assertEquals(18, second.endMaxLevelMwh());
  }

  @Test
  void aLimitOfSomeHoursIsOneOfEachDay() {
    String hours = ", \"from\": 5, \"to\": 20";
    RangeConstraint first = range(window(hours, 0, 10));
    assertEquals(1000 - 10 * 10, first.max().at(5), 1e-9);
    RangeConstraint second = range(window(hours, 30, 10));
    assertEquals(20, second.used(), 1e-9);
    assertEquals(1000 - 4 * 20, second.max().at(0), 1e-9);
  }
}
