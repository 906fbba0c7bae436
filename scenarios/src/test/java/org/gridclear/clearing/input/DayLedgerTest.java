package org.gridclear.clearing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** What runs before used of a day, and what they planned for the rest of it (A-15, AMB-03). */
// Rows: E-11
class DayLedgerTest {
  private static final Horizon SIX_HOURS = new Horizon(6, 60);

  private static MarketDay day(String rules) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "ledger",
         "horizon": {"periodCount": 6, "minutesPerPeriod": 60},
         "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
           "hvdcLines": [{"id": "dc", "from": "a", "to": "b", "pMinMw": 0, "pMaxMw": 40}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [{"id": "g", "bus": "a", "maxStartsPerDay": 1,
           "offers": [{"mw": [20, 100], "yuanPerH": [5000, 7000]}],
           "initial": {"on": false, "hours": 9}}],
         "profiledUnits": [{"id": "w", "bus": "a", "maxMw": 50}],
         "storageUnits": [{"id": "s", "bus": "a", "maxLevelMwh": 40, "maxChargeMw": 20,
           "maxDischargeMw": 20, "initialLevelMwh": 20, "endMinLevelMwh": 15}],
         "rules": {
           "hvdcSchedules": [{"line": "dc", "changesPerDayMax": 3, "initialMw": 0}],
           "rates": [{"unit": "g", "item": "CO2", "tPerMwh": 1, "tPerHOn": 2, "tPerStart": 5},
                     {"unit": "w", "item": "CO2", "tPerMwh": 0.1}],
           "ranges": [%s]}}
        """
            .formatted(rules)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String range(String kind, String more) {
    return "{\"id\": \"x\", \"kind\": \"%s\", \"max\": 1000, \"scope\": {\"units\": [\"g\"]}%s}"
        .formatted(kind, more);
  }

  /** g is on in hours 2, 3 and 5 at 30, 40 and 50 MW; w gives 10 MW. */
  private static InitialConditions dayAhead() {
    return new InitialConditions(
        SIX_HOURS,
        List.of(
            new InitialConditions.UnitPath(
                "g",
                new InitialState(false, 9, 0),
                new boolean[] {false, true, true, false, true, false},
                new double[] {0, 30, 40, 0, 50, 0})),
        List.of(new InitialConditions.Level("s", new double[] {20, 25, 30, 40, 30, 15})),
        List.of(),
        List.of(new InitialConditions.Level("dc", new double[] {0, 10, 10, 20, 30, 30})),
        List.of(new InitialConditions.Level("w", new double[] {10, 10, 10, 10, 10, 10})),
        List.of());
  }

  private static MarketDay window(
      MarketDay day, Market market, int from, int count, InitialConditions b) {
    return new MarketRun(market, from, count, 0, 0, MarketRun.FAST_START_HOURS).of(day, b);
  }

  private static double used(String kind, String more, int from) {
    MarketDay day = day(range(kind, more));
    return window(day, Market.ID, from, 0, dayAhead()).rules().ranges().get(0).used();
  }

  @Test
  void everythingThatIsAddedUpOverTheDayIsHandedOn() {
    assertEquals(70, used("energy", "", 4), 1e-9);
    assertEquals(1, used("starts", "", 4), 1e-9);
    assertEquals(2, used("starts", "", 5), 1e-9);
    assertEquals(1, used("stops", "", 4), 1e-9);
    String co2 = ", \"item\": \"CO2\"";
    assertEquals(70 + 2 * 2 + 5, used("emission", co2, 4), 1e-9);
    assertEquals(70 + 2 * 2 + 5, used("emission-total", co2, 4), 1e-9);
    assertEquals(120 + 3 * 2 + 10, used("fuel", co2, 5), 1e-9);
  }

  @Test
  void aRangeCountsOnlyItsOwnPeriodsAndItsOwnPast() {
    assertEquals(40, used("energy", ", \"from\": 2", 4), 1e-9);
    assertEquals(0, used("energy", ", \"from\": 5", 4), 1e-9);
    assertEquals(70 + 100, used("energy", ", \"used\": 100", 4), 1e-9);
  }

  @Test
  void aUnitWithoutCommitmentCountsToo() {
    String all = "{\"id\": \"x\", \"kind\": \"emission-total\", \"item\": \"CO2\", \"max\": 999}";
    MarketDay cut = window(day(all), Market.ID, 3, 0, dayAhead());
    assertEquals(70 + 4 + 5 + 3, cut.rules().ranges().get(0).used(), 1e-9);
    InitialConditions without =
        new InitialConditions(
            SIX_HOURS, dayAhead().units(), dayAhead().storage(), List.of(), dayAhead().hvdc());
    assertThrows(IllegalArgumentException.class, () -> window(day(all), Market.ID, 3, 0, without));
  }

  @Test
  void startsAndChangesOfTheDayGoWithTheCase() {
    MarketDay cut = window(day(""), Market.ID, 4, 0, dayAhead());
    assertEquals(1, cut.thermalUnits().get(0).startsOfDay());
    assertEquals(2, cut.rules().hvdcSchedules().get(0).changesOfDay());
    assertEquals(20, cut.rules().hvdcSchedules().get(0).initialMw());
    assertEquals(cut, CaseFiles.unpack(CaseFiles.pack(cut)));
  }

  @Test
  void aWindowLeavesToLaterPeriodsWhatWasPlannedForThem() {
    MarketDay day = day(range("energy", ""));
    RangeConstraint cut = window(day, Market.RT, 2, 1, dayAhead()).rules().ranges().get(0);
    // 30 before, 50 after it: 920 are left for this hour.
    assertEquals(30, cut.used(), 1e-9);
    assertEquals(1000 - 50, cut.max().at(0), 1e-9);
    RangeConstraint ofDayAhead = window(day, Market.DA, 2, 1, dayAhead()).rules().ranges().get(0);
    assertEquals(1000, ofDayAhead.max().at(0), 1e-9);
  }

  @Test
  void aWindowEndsAtThePlannedLevelAndTheLastAtThatOfTheDay() {
    MarketDay early = window(day(""), Market.RT, 2, 2, dayAhead());
    assertEquals(25, early.storageUnits().get(0).initialLevelMwh(), 1e-9);
    assertEquals(40, early.storageUnits().get(0).endMinLevelMwh(), 1e-9);
    MarketDay last = window(day(""), Market.RT, 4, 2, dayAhead());
    assertEquals(15, last.storageUnits().get(0).endMinLevelMwh(), 1e-9);
    MarketDay free = window(day(""), Market.DA, 2, 2, dayAhead());
    assertEquals(0, free.storageUnits().get(0).endMinLevelMwh(), 1e-9);
  }

  /** What a window of real time that did as planned hands on. */
  private static InitialConditions realTime(int from, int count) {
    InitialConditions plan = dayAhead();
    return new InitialConditions(
        new Horizon(count, 60, from * 60),
        plan.units().stream()
            .map(
                u ->
                    new InitialConditions.UnitPath(
                        u.unit(),
                        new InitialState(true, 1, 30),
                        booleans(u.on(), from, count),
                        doubles(u.mw(), from, count)))
            .toList(),
        levels(plan.storage(), from, count),
        List.of(),
        levels(plan.hvdc(), from, count),
        levels(plan.profiled(), from, count),
        List.of(
            new InitialConditions.Used(InitialConditions.Counted.RANGE, "x", 30),
            new InitialConditions.Used(InitialConditions.Counted.STARTS, "g", 1),
            new InitialConditions.Used(InitialConditions.Counted.HVDC_CHANGES, "dc", 1),
            new InitialConditions.Used(InitialConditions.Counted.HVDC_POWER, "dc", 10)));
  }

  private static boolean[] booleans(boolean[] all, int from, int count) {
    boolean[] part = new boolean[count];
    System.arraycopy(all, from, part, 0, count);
    return part;
  }

  private static double[] doubles(double[] all, int from, int count) {
    return IntStream.range(from, from + count).mapToDouble(t -> all[t]).toArray();
  }

  private static List<InitialConditions.Level> levels(
      List<InitialConditions.Level> all, int from, int count) {
    return all.stream()
        .map(level -> new InitialConditions.Level(level.id(), doubles(level.value(), from, count)))
        .toList();
  }

  @Test
  void aChainOfWindowsAddsUpAndGoesOnWithThePlan() {
    MarketDay day = day(range("energy", ""));
    InitialConditions chained = realTime(2, 1).goingOn(dayAhead());
    MarketDay next = window(day, Market.RT, 3, 2, chained);
    MarketDay direct = window(day, Market.RT, 3, 2, dayAhead());
    assertEquals(direct.rules().ranges(), next.rules().ranges());
    assertEquals(70, next.rules().ranges().get(0).used(), 1e-9);
    assertEquals(
        direct.thermalUnits().get(0).commitment(), next.thermalUnits().get(0).commitment());
    assertEquals(1, next.thermalUnits().get(0).startsOfDay());
    assertEquals(1, next.rules().hvdcSchedules().get(0).changesOfDay());
    assertEquals(
        direct.storageUnits().get(0).endMinLevelMwh(), next.storageUnits().get(0).endMinLevelMwh());
  }

  @Test
  void aWindowThatNoRunHasPlannedIsRefused() {
    MarketDay day = day("");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> window(day, Market.RT, 3, 1, realTime(2, 1)));
    assertEquals(true, refused.getMessage().contains("--plan"), refused.getMessage());
  }
}
