package org.gridclear.market.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** How a result of before is adapted to the periods and units of the day (I-07, AMB-40). */
// Rows: I-07
class AdaptedFallbackTest extends FallbackMarket {
  @Test
  void longerPeriodsHoldForEachShorterOneAndShorterOnesAreTakenTogether() {
    DayStore days = days();
    DayVersion before = dayAhead(days, DATE.minusDays(1), 70);
    DayVersion hours =
        make(days, new DayKey(Market.DA, DATE), SmallDays.day(DATE, 24, 60, 70)).judged().version();
    for (int hour : new int[] {0, 5, 6, 23}) {
      assertEquals(
          mw(days, before, "07")[hour / 6], mw(days, hours, "07")[hour], 1e-6, "hour " + hour);
    }
    LocalDate next = DATE.plusDays(1);
    DayVersion quarters =
        make(days, new DayKey(Market.DA, next), SmallDays.day(next, 4, 360, 70)).judged().version();
    double[] all = mw(days, hours, "07");
    assertEquals(
        (all[0] + all[1] + all[2] + all[3] + all[4] + all[5]) / 6,
        mw(days, quarters, "07")[0],
        1e-6);
  }

  @Test
  void daysOfAClockChangeHaveTheHoursThatTheClockShows() {
    DayStore days = days("Europe/Berlin");
    for (int hours : new int[] {23, 25}) {
      LocalDate change = hours == 23 ? LocalDate.of(2026, 3, 29) : LocalDate.of(2026, 10, 25);
      DayVersion before =
          kept(
              days,
              new DayKey(Market.DA, change.minusDays(1)),
              rising(SmallDays.day(change.minusDays(1), 24, 60, 70)));
      DayVersion version =
          make(days, new DayKey(Market.DA, change), SmallDays.day(change, hours, 60, 70))
              .judged()
              .version();
      double[] then = mw(days, before, "w");
      double[] now = mw(days, version, "w");
      assertEquals(hours, now.length);
      // Hours from midnight that the clock shows on the day of the change.
      int[] shown = hours == 23 ? new int[] {0, 1, 3, 4, 23} : new int[] {0, 1, 2, 2, 3, 23};
      int[] at = hours == 23 ? new int[] {0, 1, 2, 3, 22} : new int[] {0, 1, 2, 3, 4, 24};
      for (int i = 0; i < at.length; i++) {
        assertEquals(then[shown[i]], now[at[i]], 1e-6, hours + " hours, period " + (at[i] + 1));
      }
    }
  }

  /** The wind of every hour is another one. */
  private static MarketDay rising(MarketDay day) {
    ProfiledUnit wind = day.profiledUnits().get(0);
    double[] mw = new double[day.periodCount()];
    for (int t = 0; t < mw.length; t++) {
      mw[t] = 0.2 * t;
    }
    ProfiledUnit changed =
        new ProfiledUnit(
            wind.id(),
            wind.bus(),
            wind.fuel(),
            wind.minMw(),
            Series.of(mw),
            wind.priceYuanPerMwh());
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        day.network(),
        day.thermalUnits(),
        List.of(changed),
        day.storageUnits(),
        day.busLoads(),
        day.flexibleLoads(),
        day.interchanges(),
        day.reserves(),
        day.branchLimits(),
        day.branchOutages(),
        day.penalties(),
        day.rules());
  }

  @Test
  void unitsThatAreOutRetiredOrNewAreAdaptedAndEachIsSaid() {
    DayStore days = days();
    dayAhead(days, DATE.minusDays(1), 70);
    MarketDay today = SmallDays.day(DATE, 4, 360, 70);
    ThermalUnit coal = today.thermalUnits().get(0);
    ThermalUnit gas = today.thermalUnits().get(1);
    MarketDay out =
        today.withThermalUnits(
            List.of(coal, gas.withCommitment(Collections.nCopies(4, Commitment.OFF))));
    Fallback withoutGas = make(days, new DayKey(Market.DA, DATE), out);
    assertEquals(
        List.of("unit 07, period 1 and 3 more: is out today and gives nothing"),
        withoutGas.adaptations().stream()
            .map(Adaptation::line)
            .filter(line -> !line.contains("reserve"))
            .toList());
    assertEquals(0, mw(days, withoutGas.judged().version(), "07")[0]);
    Fallback retired =
        make(days, new DayKey(Market.DA, DATE), today.withThermalUnits(List.of(coal)));
    assertTrue(
        retired.adaptations().stream()
            .map(Adaptation::line)
            .anyMatch("unit 07: is not in the case of today; its output is left out"::equals),
        retired.adaptations()::toString);
    Fallback fresh =
        make(
            days,
            new DayKey(Market.DA, DATE.plusDays(1)),
            SmallDays.day(DATE.plusDays(1), 4, 360, 70));
    assertEquals(
        List.of(
            "unit 07, period 1 and 3 more: is new; it gives its least, if it must run, else"
                + " nothing"),
        fresh.adaptations().stream().map(Adaptation::line).toList());
  }

  /** A load that asks for less, and a storage and a load that are gone: each is said. */
  @Test
  void loadsAndStorageThatAreLessOrGoneAreSaid() {
    DayStore days = days();
    dayAhead(days, DATE.minusDays(1), 40);
    MarketDay today = SmallDays.day(DATE, 4, 360, 40);
    FlexibleLoad user = today.flexibleLoads().get(0);
    FlexibleLoad less =
        new FlexibleLoad(user.id(), user.bus(), Series.constant(1, 4), user.valueYuanPerMwh());
    assertEquals(
        List.of("load user, period 1 and 3 more: is served no more than it asks for today"),
        lines(make(days, new DayKey(Market.DA, DATE), with(today, today.storageUnits(), less))));
    assertEquals(
        List.of(
            "storage s: is not in the case of today and is left out",
            "load user: is not in the case of today and is left out"),
        lines(make(days, new DayKey(Market.DA, DATE), with(today, List.of()))));
  }

  private static List<String> lines(Fallback fallback) {
    return fallback.adaptations().stream()
        .filter(each -> !each.kind().equals("unit"))
        .map(Adaptation::line)
        .toList();
  }

  private static MarketDay with(MarketDay day, List<StorageUnit> storages, FlexibleLoad... loads) {
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        day.network(),
        day.thermalUnits(),
        day.profiledUnits(),
        storages,
        day.busLoads(),
        List.of(loads),
        day.interchanges(),
        day.reserves(),
        day.branchLimits(),
        day.branchOutages(),
        day.penalties(),
        day.rules());
  }

  @Test
  void theNextRunGoesOnFromAFallback() {
    DayStore days = days();
    dayAhead(days, DATE.minusDays(1), 70);
    DayVersion version =
        make(days, new DayKey(Market.DA, DATE), SmallDays.day(DATE, 4, 360, 70)).judged().version();
    String state = Json.MAPPER.readTree(version.made().provenance()).get("state").asString();
    assertTrue(market.content().get(state).length > 0);
  }
}
