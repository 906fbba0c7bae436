package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.quantity.PeriodMap;
import org.junit.jupiter.api.Test;

/** Quarters of an hour that become hours keep what holds at their ends and within them (AMB-14). */
class HorizonWindowTest {
  /** Two hours in quarters. */
  private static MarketDay quarters() {
    MarketDay day =
        CaseFiles.unpack(
            """
            {"format": "gridclear-case", "version": 1, "name": "quarters",
             "horizon": {"periodCount": 8, "minutesPerPeriod": 15},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 100}}]},
             "busLoads": [{"bus": "b", "mw": 60}],
             "thermalUnits": [{"id": "g", "bus": "a",
               "offers": [{"mw": [0, 100], "yuanPerH": [0, 7000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 60}}],
             "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": 40, "maxChargeMw": 20,
               "maxDischargeMw": 20, "initialLevelMwh": 20, "endMinLevelMwh": 15,
               "endMaxLevelMwh": 25}],
             "rules": {"reservoirs": [
               {"id": "lake", "units": ["g"], "m3PerMwh": 1, "minMm3": 0, "maxMm3": 10,
                "initialMm3": 5, "endMinMm3": 4, "releaseBeforeM3PerS": 9,
                "releasesBeforeM3PerS": [1, 2, 3, 4, 5, 6]}]}}
            """
                .getBytes(StandardCharsets.UTF_8));
    List<SecurityCut> cuts =
        List.of(
            cut(0, 90),
            cut(3, 80),
            cut(5, 70),
            new SecurityCut(0, false, "ab", "", 7, true, 0, 60, 0, false));
    return day.withRules(day.rules().withContingencies(day.rules().contingencies().withCuts(cuts)));
  }

  private static SecurityCut cut(int period, double limitMw) {
    return new SecurityCut(0, false, "ab", "", period, true, 0, limitMw, 0, true);
  }

  private static MarketDay hours() {
    MarketDay day = quarters();
    return HorizonWindow.on(day, PeriodMap.days(day.horizon(), 0, 60, false));
  }

  @Test
  void endLevelsStayWithTheEndOfTheDay() {
    StorageUnit storage = hours().storageUnits().get(0);
    assertEquals(15, storage.endMinLevelMwh());
    assertEquals(25, storage.endMaxLevelMwh());
    assertEquals(4, hours().rules().reservoirs().get(0).endMinMm3());
    MarketDay day = quarters();
    PeriodMap first = PeriodMap.days(day.horizon(), 0, 60, false).partOf(0, 1);
    StorageUnit part = HorizonWindow.on(day, first).storageUnits().get(0);
    assertEquals(0, part.endMinLevelMwh(), "a part ends before the day does");
    assertEquals(40, part.endMaxLevelMwh());
  }

  @Test
  void cutsOfEveryQuarterHoldInItsHour() {
    List<SecurityCut> cuts = hours().rules().contingencies().cuts();
    assertEquals(List.of(0, 0, 1, 1), cuts.stream().map(SecurityCut::period).toList());
    assertEquals(List.of(90.0, 80.0, 70.0, 60.0), cuts.stream().map(SecurityCut::limitMw).toList());
  }

  @Test
  void waterUnderWayKeepsItsVolume() {
    Reservoir lake = hours().rules().reservoirs().get(0);
    assertEquals(
        List.of((9 + 9 + 1 + 2) / 4.0, (3 + 4 + 5 + 6) / 4.0), lake.releasesBeforeM3PerS());
    MarketDay day = quarters();
    MarketDay finer = HorizonWindow.on(day, PeriodMap.days(day.horizon(), 0, 5, false));
    assertEquals(
        List.of(6.0, 6.0, 6.0),
        finer.rules().reservoirs().get(0).releasesBeforeM3PerS().subList(15, 18));
  }
}
