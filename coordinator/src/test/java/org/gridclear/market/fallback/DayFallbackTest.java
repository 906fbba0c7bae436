package org.gridclear.market.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.fallback.FallbackRule.Choice;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result of before stands for a clearing, adapted, flagged and audited (I-07, AMB-40). */
// Rows: I-05, I-07
class DayFallbackTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  private static final Made.Source SOURCE =
      new Made.Source(
          "build", "op", Clock.fixed(Instant.parse("2026-10-01T10:00:00Z"), ZoneOffset.UTC));
  private static final SimilarDay NONE =
      date -> {
        throw new IllegalArgumentException("The forecast of %s is not known.".formatted(date));
      };

  @TempDir private Path folder;
  private MarketFolder market;

  private DayStore days(String zone) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", zone, "yuan", MarketDatabase.EMBEDDED));
    return DayStore.of(market);
  }

  private DayStore days() {
    return days("Asia/Shanghai");
  }

  @AfterEach
  void close() {
    market.close();
  }

  private static DayVersion kept(DayStore days, DayKey key, MarketDay day) {
    return days.append(key, SmallDays.cleared(day, key.market(), Owners.NONE), SmallDays.MADE);
  }

  private static DayVersion dayAhead(DayStore days, LocalDate date, double loadMw) {
    return kept(days, new DayKey(Market.DA, date), SmallDays.day(date, 4, 360, loadMw));
  }

  private Fallback make(
      DayStore days, DayKey key, MarketDay today, SimilarDay like, Choice choice) {
    ClearingCase clearingCase = ClearingCase.of(today).in(key.market());
    FallbackRequest request =
        new FallbackRequest(
            key, clearingCase, ClearingOptions.LOSSLESS.in(key.market()), Owners.NONE, choice);
    return new DayFallback(market, days, like, SOURCE).make(request);
  }

  private Fallback make(DayStore days, DayKey key, MarketDay today) {
    return make(days, key, today, NONE, Choice.BY_RULE);
  }

  private static double[] mw(DayStore days, DayVersion version, String unit) {
    ResultBlock block =
        days.block(version, ResultKind.UNITS, Selection.of("mw").where("unit", Set.of(unit)))
            .orElseThrow();
    long[] values = block.column("mw");
    double[] mw = new double[values.length];
    for (int t = 0; t < mw.length; t++) {
      mw[t] = values[t] / 1e6;
    }
    return mw;
  }

  private static double lmp(DayStore days, DayVersion version, String bus, int period) {
    return days.block(
                version, ResultKind.PRICES, Selection.of("lmpYuanPerMwh").where("bus", Set.of(bus)))
            .orElseThrow()
            .column("lmpYuanPerMwh")[period]
        / 1e6;
  }

  @Test
  void theDayBeforeStandsForADayAheadAndSaysSo() {
    DayStore days = days();
    DayVersion before = dayAhead(days, DATE.minusDays(1), 70);
    Fallback fallback = make(days, new DayKey(Market.DA, DATE), SmallDays.day(DATE, 4, 360, 70));
    DayVersion version = fallback.judged().version();
    assertEquals(List.of(), fallback.adaptations());
    assertEquals(List.of(), fallback.findings(), "the same load and units: it can be carried out");
    assertEquals(0, fallback.balance().excessMw(), 1e-6);
    for (String unit : List.of("7", "07", "w")) {
      assertEquals(
          mw(days, before, unit)[1], mw(days, version, unit)[1], 1e-6, "output of " + unit);
    }
    assertEquals(lmp(days, before, "1", 2), lmp(days, version, "1", 2), 1e-6);
    assertTrue(
        version
            .alarms()
            .get(0)
            .startsWith(
                "FALLBACK: not cleared, but taken from da 2026-10-01 version 1 (the day before)"),
        version.alarms()::toString);
    assertEquals(
        "da 2026-10-01 version 1",
        Json.MAPPER
            .readTree(version.made().provenance())
            .get("fallback")
            .get(0)
            .get("version")
            .asString());
  }

  @Test
  void whatIsMissingOfTodaysLoadIsSaidAndTheAuditorObjects() {
    DayStore days = days();
    dayAhead(days, DATE.minusDays(1), 70);
    Fallback fallback = make(days, new DayKey(Market.DA, DATE), SmallDays.day(DATE, 4, 360, 75));
    assertEquals(-5, fallback.balance().excessMw(), 1e-6);
    assertTrue(
        fallback.judged().version().alarms().get(0).contains("at most 5.000 MW are missing"),
        fallback.judged().version().alarms()::toString);
    assertTrue(
        fallback.judged().version().alarms().get(1).startsWith("AUDIT FAILED"),
        fallback.judged().version().alarms()::toString);
    assertTrue(
        fallback.judged().openSevere().stream()
            .anyMatch(each -> each.anomaly().rule().equals("AUDIT-FAILED")));
  }

  @Test
  void withoutTheDayBeforeTheMostSimilarDayThatHasAVersionStandsAndItsDistanceIsShown() {
    DayStore days = days();
    dayAhead(days, LocalDate.of(2026, 9, 20), 70);
    SimilarDay like =
        date ->
            List.of(
                new SimilarDay.Like(LocalDate.of(2026, 9, 25), 0.01),
                new SimilarDay.Like(LocalDate.of(2026, 9, 20), 0.0325));
    Fallback fallback =
        make(
            days,
            new DayKey(Market.DA, DATE),
            SmallDays.day(DATE, 4, 360, 70),
            like,
            Choice.BY_RULE);
    assertEquals(
        "da 2026-09-20 version 1 (similar day of distance 0.0325)",
        fallback.sources().get(0).text());
  }

  @Test
  void theVersionInForceStandsAndNotALaterDraft() {
    DayStore days = days();
    DayVersion first = dayAhead(days, DATE.minusDays(1), 70);
    DayApproval approval =
        new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, SOURCE.clock());
    VersionId id = VersionId.of(first);
    approval.check(new DayApproval.Wanted(id, "ann", "looked at"));
    approval.submit(new DayApproval.Wanted(id, "ann", "looked at"));
    approval.approve(new DayApproval.Wanted(id, "bob", "agreed"));
    dayAhead(days, DATE.minusDays(1), 60);
    Fallback fallback = make(days, new DayKey(Market.DA, DATE), SmallDays.day(DATE, 4, 360, 70));
    assertEquals(1, fallback.sources().get(0).version().version());
    DayKey next = new DayKey(Market.DA, DATE.plusDays(1));
    VersionId made = VersionId.of(fallback.judged().version());
    approval.check(new DayApproval.Wanted(made, "ann", "looked at"));
    approval.submit(new DayApproval.Wanted(made, "ann", "looked at"));
    approval.reject(new DayApproval.Wanted(made, "bob", "no"));
    MarketDay later = SmallDays.day(DATE.plusDays(1), 4, 360, 70);
    assertThrows(NoFallbackException.class, () -> make(days, next, later), "it was rejected");
  }

  @Test
  void aSimilarDayMayBeAskedForAndTheDayBeforeIsThenNotTaken() {
    DayStore days = days();
    dayAhead(days, DATE.minusDays(1), 70);
    dayAhead(days, DATE.minusDays(7), 60);
    SimilarDay like = date -> List.of(new SimilarDay.Like(DATE.minusDays(7), 0));
    MarketDay today = SmallDays.day(DATE, 4, 360, 70);
    Fallback fallback = make(days, new DayKey(Market.DA, DATE), today, like, Choice.SIMILAR);
    assertEquals(DATE.minusDays(7), fallback.sources().get(0).version().key().date());
  }

  @Test
  void withoutAnyHistoryItIsRefusedByName() {
    DayStore days = days();
    for (Market each : List.of(Market.DA, Market.ID, Market.RT, Market.LT_RUC)) {
      DayKey key = new DayKey(each, DATE, each == Market.ID || each == Market.RT ? 3 : 0);
      String said =
          assertThrows(
                  NoFallbackException.class, () -> make(days, key, SmallDays.day(DATE, 4, 360, 70)))
              .getMessage();
      for (String part :
          switch (each) {
            case DA ->
                List.of("da 2026-10-01 has no version", "The forecast of 2026-10-02 is not known");
            case ID -> List.of("id of 2026-10-02 has no run", "da 2026-10-02 has no version");
            case RT -> List.of("rt of 2026-10-02 has no run", "id of 2026-10-02 has no run");
            case LT_RUC -> List.of("lt-ruc 2026-10-02 has no fallback");
          }) {
        assertTrue(said.contains(part), said);
      }
      assertEquals(List.of(), days.versions(each, DATE, DATE));
    }
  }

  private static MarketDay part(int startMinute, int periods, int minutes, double mw) {
    return SmallDays.day(DATE, periods, minutes, mw)
        .withHorizon(new Horizon(periods, minutes, startMinute, DATE));
  }

  @Test
  void intradayTakesTheRunBeforeItAndBeyondThatTheDayAhead() {
    DayStore days = days();
    DayVersion ahead = dayAhead(days, DATE, 70);
    DayVersion last = kept(days, new DayKey(Market.ID, DATE, 1), part(0, 4, 15, 60));
    Fallback fallback = make(days, new DayKey(Market.ID, DATE, 2), part(15, 4, 15, 60));
    assertEquals(
        List.of("last run", "plan above"),
        fallback.sources().stream().map(FallbackSource::rule).toList());
    double[] mw = mw(days, fallback.judged().version(), "07");
    assertEquals(mw(days, last, "07")[3], mw[2], 1e-6, "00:45 is in the last run");
    assertEquals(mw(days, ahead, "07")[0], mw[3], 1e-6, "01:00 is in the day ahead alone");
  }

  @Test
  void realTimeTakesTheLastRunThenIntradayThenTheDayAhead() {
    DayStore days = days();
    DayVersion ahead = dayAhead(days, DATE, 70);
    DayVersion intraday = kept(days, new DayKey(Market.ID, DATE, 1), part(0, 1, 15, 60));
    DayVersion last = kept(days, new DayKey(Market.RT, DATE, 1), part(0, 2, 5, 50));
    Fallback fallback = make(days, new DayKey(Market.RT, DATE, 2), part(5, 3, 5, 50));
    double[] mw = mw(days, fallback.judged().version(), "07");
    assertEquals(mw(days, last, "07")[1], mw[0], 1e-6);
    assertEquals(mw(days, intraday, "07")[0], mw[1], 1e-6);
    assertEquals(mw(days, ahead, "07")[0], mw[2], 1e-6);
    assertEquals(3, fallback.sources().size());
  }

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
