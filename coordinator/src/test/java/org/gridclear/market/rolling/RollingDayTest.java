package org.gridclear.market.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
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
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRequest;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.year.DatedCases;
import org.gridclear.market.year.SeededOwners;
import org.gridclear.quantity.Series;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.table.RowRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of a day one after the other, and the day that they make together. */
// Rows: E-06, E-11, F-03, F-10, I-05, I-07
class RollingDayTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final RollingPlan PLAN =
      new RollingPlan(new RollingPlan.Steps(360, 2), new RollingPlan.Steps(120, 2));
  private static final ClearingOptions OPTIONS =
      ClearingOptions.DEFAULT.withGap(0.02).withLosses(false);
  private static final Made.Source SOURCE =
      new Made.Source(
          "build", "op", Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC));

  @TempDir Path folder;
  private MarketFolder market;
  private LocalGrid grid;
  private ActorStudyRuns runs;
  private DayStore days;
  private final Set<String> seen = new HashSet<>();
  private int judged;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    days = DayStore.of(market);
  }

  @AfterEach
  void close() {
    runs.close();
    grid.close();
    market.close();
  }

  private RollingDay rolling() {
    return rolling(runs);
  }

  private RollingDay rolling(StudyRuns clearing) {
    return rolling(PLAN, clearing);
  }

  private RollingDay rolling(RollingPlan plan, StudyRuns clearing) {
    return new RollingDay(
        plan,
        new RollingDay.Place(
            days,
            market.content(),
            date -> new SeededOwners(3, 1),
            SOURCE,
            version -> seen.contains(version.text()),
            (version, result) -> {
              judged++;
              seen.add(version.text());
            }),
        clearing,
        OPTIONS);
  }

  private static MarketDay whole(double load) {
    MarketDay day = DatedCases.of("ieee14", 1).on(DATE);
    List<BusLoad> loads =
        day.busLoads().stream()
            .map(each -> new BusLoad(each.bus(), each.mw().map(0, 24, mw -> mw * load)))
            .toList();
    return day.withBusLoads(loads);
  }

  private DayVersion dayAhead() {
    return rolling().clearAhead(new DayKey(Market.DA, DATE), whole(1), Optional.empty());
  }

  /** Every run in its turn; each one by a process of its own. */
  private void rollAll() {
    dayAhead();
    for (Cycle cycle : PLAN.cycles(DATE)) {
      rolling().clear(cycle, whole(cycle.market() == Market.RT ? 1.01 : 1));
    }
  }

  @Test
  void theStandardDayHas96IntradayAnd288RealTimeRunsInTheirOrder() {
    List<Cycle> cycles = RollingPlan.STANDARD.cycles(DATE);
    assertEquals(96 + 288, cycles.size());
    assertEquals(Market.ID, cycles.get(0).market());
    assertEquals(Market.RT, cycles.get(1).market());
    Cycle last = cycles.get(cycles.size() - 1);
    assertEquals(1435, last.startMinute());
    assertEquals(1, last.periods());
    assertEquals(Instant.parse("2026-10-01T15:55:00Z"), last.start(ZoneId.of("Asia/Shanghai")));
    assertEquals(96, RollingPlan.STANDARD.above(last, ZoneOffset.UTC).number());
    for (int k = 1; k < cycles.size(); k++) {
      assertTrue(cycles.get(k).startMinute() >= cycles.get(k - 1).startMinute());
    }
  }

  @Test
  void aDayIsWhatItsRunsBoundAndServesItsLoad() {
    rollAll();
    DayVersion joined = new JoinedDay(days, PLAN).join(Market.RT, DATE, SOURCE);
    assertEquals(List.of(), joined.alarms());
    assertTrue(JoinedDay.isJoined(joined.key()));
    ResultBlock units = block(joined, ResultKind.UNITS);
    ResultBlock balance = block(joined, ResultKind.BALANCE);
    assertEquals(12, balance.layout().slots());
    MarketDay real = whole(1.01);
    for (int slot = 0; slot < 12; slot++) {
      long output = 0;
      for (int here = 0; here < units.elements().length; here++) {
        output += units.column("mw")[here * 12 + slot];
      }
      double load = 0;
      for (int hour = 2 * slot; hour < 2 * slot + 2; hour++) {
        load += real.loadMw(hour) / 2;
      }
      assertEquals(load, output / decimals(units, "mw"), 0.01, "period " + slot);
    }
    DayVersion seventh = days.newest(new DayKey(Market.RT, DATE, 7)).orElseThrow();
    long[] of = block(seventh, ResultKind.PRICES).column("lmpYuanPerMwh");
    ResultBlock prices = block(joined, ResultKind.PRICES);
    int slots = block(seventh, ResultKind.PRICES).layout().slots();
    for (int bus = 0; bus < prices.elements().length; bus++) {
      assertEquals(of[bus * slots], prices.column("lmpYuanPerMwh")[bus * 12 + 6]);
    }
    aQuestionIsAnsweredFromTheDay();
    realTimeKeepsTheStatusesOfIntraday();
  }

  private ResultBlock block(DayVersion version, ResultKind kind) {
    return days.block(version, kind, Selection.ALL).orElseThrow();
  }

  private static double decimals(ResultBlock block, String name) {
    return block.layout().columns().stream()
        .filter(column -> column.name().equals(name))
        .mapToDouble(column -> Math.pow(10, column.decimals()))
        .findFirst()
        .orElseThrow();
  }

  /** What starts slowly was decided the day before; real time changes no status. */
  private void realTimeKeepsTheStatusesOfIntraday() {
    for (Cycle cycle : PLAN.cycles(Market.RT, DATE)) {
      ResultBlock real = block(days.newest(cycle.key()).orElseThrow(), ResultKind.COMMITMENT);
      ResultBlock planned =
          block(
              days.newest(PLAN.above(cycle, days.zone()).key()).orElseThrow(),
              ResultKind.COMMITMENT);
      for (int here = 0; here < real.elements().length; here++) {
        assertEquals(real.text(here, "unit"), planned.text(here, "unit"));
        assertEquals(
            planned.column("on")[here * planned.layout().slots()],
            real.column("on")[here * real.layout().slots()],
            cycle + " " + real.text(here, "unit"));
      }
    }
  }

  /** A process that died after it kept a run does it again, and nothing is there twice. */
  @Test
  void aRunOfTheSameCaseIsNotClearedAgain() {
    dayAhead();
    Cycle first = PLAN.cycles(Market.ID, DATE).get(0);
    DayVersion once = rolling().clear(first, whole(1));
    assertEquals(once, rolling().clear(first, whole(1)));
    assertEquals(2, judged);
    DayVersion other = rolling().clear(first, whole(1.01));
    assertEquals(2, other.version());
    assertEquals(3, judged);
  }

  @Test
  void aVersionWhoseProcessEndedBeforeItWasJudgedIsJudgedWhenItIsMetAgain() {
    DayVersion first = dayAhead();
    seen.clear();
    assertEquals(first, dayAhead());
    assertEquals(2, judged);
    assertEquals(1, days.versions(Market.DA, DATE, DATE).size());
  }

  /** Frozen before it kept its version, and thawed after another had made it. */
  @Test
  void whoWasSilentWhileAnotherClearedMakesNoSecondVersion() {
    DayVersion[] others = new DayVersion[1];
    RollingDay silent =
        rolling(
            new MeanwhileRuns(
                runs,
                () -> {
                  others[0] = dayAhead();
                }));
    DayVersion kept = clearAhead(silent, whole(1));
    assertEquals(others[0], kept);
    assertEquals(1, judged);
    RollingDay stale = rolling(new MeanwhileRuns(runs, () -> clearAhead(rolling(), whole(1.01))));
    IllegalStateException refused =
        assertThrows(MadeMeanwhileException.class, () -> clearAhead(stale, whole(1.02)));
    assertEquals(
        "Version 2 of da 2026-10-01 was made meanwhile; nothing was kept.", refused.getMessage());
    assertEquals(2, days.versions(Market.DA, DATE, DATE).size());
  }

  private static DayVersion clearAhead(RollingDay rolling, MarketDay whole) {
    return rolling.clearAhead(new DayKey(Market.DA, DATE), whole, Optional.empty());
  }

  @Test
  void aTimeWithoutARunIsMissingAndSaidFirst() {
    dayAhead();
    List<Cycle> cycles = PLAN.cycles(DATE);
    for (Cycle cycle : cycles) {
      boolean left = cycle.market() == Market.RT && cycle.number() == 5;
      if (!left) {
        rolling().clear(cycle, whole(1));
      }
    }
    DayVersion joined = new JoinedDay(days, PLAN).join(Market.RT, DATE, SOURCE);
    assertEquals(List.of("No run for 08:00"), joined.alarms());
    ResultBlock prices = block(joined, ResultKind.PRICES);
    assertFalse(prices.has(0, 4));
    assertTrue(prices.has(0, 5));
  }

  /** By another plan the same numbers are other times. */
  @Test
  void runsOfAnotherPlanAreNotJoined() {
    dayAhead();
    PLAN.cycles(DATE).stream().limit(5).forEach(cycle -> rolling().clear(cycle, whole(1)));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> new JoinedDay(days, RollingPlan.STANDARD).join(Market.RT, DATE, SOURCE))
            .getMessage();
    assertTrue(said.contains("in periods of 120 min"), said);
    assertTrue(days.newest(new DayKey(Market.RT, DATE)).isEmpty());
  }

  /** On a date of 23 or 25 hours there are as many runs, each at its time, and the day is whole. */
  @ParameterizedTest
  @CsvSource({"2026-03-29, 23, 2026-03-29T02:00Z", "2026-10-25, 25, 2026-10-25T02:00Z"})
  void aDateOnWhichTheClocksChangeHasItsOwnRuns(LocalDate date, int hours, OffsetDateTime fourth) {
    market.close();
    market =
        MarketFolder.create(
            folder.resolve("berlin"),
            new MarketFolder.Facts("m", "Europe/Berlin", "yuan", MarketDatabase.EMBEDDED));
    days = DayStore.of(market);
    RollingPlan plan = new RollingPlan(new RollingPlan.Steps(60, 2), new RollingPlan.Steps(60, 1));
    MarketDay whole = SmallDays.day(date, hours, 60, 60);
    RollingDay rolling = rolling(plan, runs);
    rolling.clearAhead(new DayKey(Market.DA, date), whole, Optional.empty());
    List<Cycle> cycles = plan.cycles(date, days.zone());
    assertEquals(2 * hours, cycles.size());
    cycles.forEach(cycle -> rolling.clear(cycle, whole));
    DayVersion joined = new JoinedDay(days, plan).join(Market.RT, date, SOURCE);
    assertEquals(List.of(), joined.alarms());
    ResultBlock balance = block(joined, ResultKind.BALANCE);
    assertEquals(hours, balance.layout().slots());
    // Midnight is 23:00Z in March and 22:00Z in October: time that has passed counts, not the
    // clock.
    int hour = (int) Duration.between(date.atStartOfDay(days.zone()), fourth).toHours();
    assertEquals(hour, hours == 23 ? 3 : 4);
    Cycle at = plan.cycles(Market.RT, date, days.zone()).get(hour);
    assertEquals(fourth.toInstant(), at.start(days.zone()));
    String shown = fourth.atZoneSameInstant(days.zone()).toLocalTime().toString();
    assertEquals(hours == 23 ? "04:00" : "03:00", shown);
    assertTrue(days.newest(at.key()).isPresent());
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> PLAN.cycles(Market.RT, date, days.zone()))
            .getMessage();
    assertTrue(said.contains("Runs of 120 min make no day of " + 60 * hours + " min"), said);
  }

  /** Somebody rejected the second version of a run: the next run knows nothing of it. */
  @Test
  void whatWasRejectedIsNotGoneOnFrom() {
    dayAhead();
    Cycle first = PLAN.cycles(Market.RT, DATE).get(0);
    Cycle second = PLAN.cycles(Market.RT, DATE).get(1);
    rolling().clear(PLAN.above(first, days.zone()), whole(1));
    DayVersion good = rolling().clear(first, whole(1));
    DayVersion bad = rolling().clear(first, whole(1.02));
    DayVersion next = rolling().clear(second, whole(1));
    assertEquals(bad.outcomeHash(), after(next), "as long as nobody rejected it");
    reject(bad);
    assertEquals(List.of(VersionId.of(bad)), ids(rolling().passedOver(second)));
    DayVersion again = rolling().clear(second, whole(1));
    assertEquals(2, again.version());
    assertEquals(good.outcomeHash(), after(again));
    reject(good);
    assertEquals("", after(rolling().clear(second, whole(1))), "it goes on from the plan");
    assertEquals(3, rolling().clear(first, whole(1)).version(), "the rejected one is made anew");
  }

  private static String after(DayVersion version) {
    return Json.MAPPER.readTree(version.made().provenance()).get("after").asString();
  }

  private static List<VersionId> ids(List<DayVersion> versions) {
    return versions.stream().map(VersionId::of).toList();
  }

  private void reject(DayVersion version) {
    DayApproval approval =
        new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, SOURCE.clock());
    VersionId id = VersionId.of(version);
    approval.check(new DayApproval.Wanted(id, "ann", "looked at"));
    approval.submit(new DayApproval.Wanted(id, "ann", "looked at"));
    approval.reject(new DayApproval.Wanted(id, "bob", "wrong load"));
  }

  /**
   * A limit that must be kept and cannot: the run has the values of the run before, and says so.
   */
  @Test
  void aRunWithoutAScheduleFallsBackOnTheRunBeforeWithItsValues() {
    dayAhead();
    Cycle first = PLAN.cycles(Market.RT, DATE).get(0);
    Cycle second = PLAN.cycles(Market.RT, DATE).get(1);
    rolling().clear(PLAN.above(first, days.zone()), whole(1));
    DayVersion before = rolling().clear(first, whole(1));
    MarketDay contradictory = contradictory(whole(1));
    String said =
        assertThrows(CycleNotClearedException.class, () -> rolling().clear(second, contradictory))
            .getMessage();
    assertTrue(said.contains("INFEASIBLE, No schedule exists"), said);
    assertTrue(days.newest(second.key()).isEmpty());
    Fallback fallback =
        new DayFallback(
                market,
                days,
                date -> {
                  throw new AssertionError("no similar day is asked for");
                },
                SOURCE)
            .make(
                new FallbackRequest(
                    second.key(),
                    ClearingCase.of(rolling().prepared(second, contradictory)).in(Market.RT),
                    OPTIONS.in(Market.RT),
                    Owners.NONE,
                    FallbackRule.Choice.BY_RULE));
    DayVersion version = fallback.judged().version();
    assertTrue(
        version.alarms().get(0).startsWith("FALLBACK: not cleared, but taken from rt 2026-10-01"),
        version.alarms()::toString);
    assertTrue(
        version.alarms().stream().anyMatch(alarm -> alarm.startsWith("AUDIT FAILED")),
        "that it cannot be carried out is said: " + version.alarms());
    ResultBlock then = block(before, ResultKind.UNITS);
    ResultBlock now = block(version, ResultKind.UNITS);
    int slots = then.layout().slots();
    for (int unit = 0; unit < now.elements().length; unit++) {
      assertEquals(
          then.column("mw")[unit * slots + 1],
          now.column("mw")[unit * now.layout().slots()],
          now.text(unit, "unit"));
    }
    assertTrue(rolling().clear(PLAN.cycles(Market.RT, DATE).get(2), whole(1)).version() == 1);
  }

  private static MarketDay contradictory(MarketDay day) {
    Series none = Series.constant(0, 24);
    Series one = Series.constant(1, 24);
    Series least = Series.constant(50, 24);
    String bus = day.network().buses().get(0).id();
    List<Boolean> never = Collections.nCopies(24, false);
    return day.withResources(
        day.profiledUnits(),
        List.of(
            new StorageUnit(
                "s", bus, least, least, none, one, none, one, none, none, one, one, none, never, 0,
                0, 60)),
        day.flexibleLoads(),
        day.interchanges());
  }

  @Test
  void aRunWithoutThePlanAboveItIsRefused() {
    Cycle first = PLAN.cycles(Market.RT, DATE).get(0);
    String said =
        assertThrows(IllegalStateException.class, () -> rolling().clear(first, whole(1)))
            .getMessage();
    assertTrue(said.contains("id 2026-10-01 cycle 1"), said);
    assertThrows(
        IllegalArgumentException.class,
        () -> new JoinedDay(days, PLAN).join(Market.RT, DATE, SOURCE));
  }

  /** Where the day is there, a question is not told that its runs overlap. */
  private void aQuestionIsAnsweredFromTheDay() {
    DayQuery query = DayQuery.of(Market.RT, DATE, DATE);
    RowRange range = new RowRange(0, 10_000);
    assertEquals(
        12, new ResultService(days).rows(Viewer.LOCAL, query, ResultKind.BALANCE, range).total());
  }
}
