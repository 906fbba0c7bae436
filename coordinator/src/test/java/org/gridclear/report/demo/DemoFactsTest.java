package org.gridclear.report.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.approval.ApprovalMarket;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.rolling.JoinedDay;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Horizon;
import org.gridclear.report.demo.DemoRun.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of the runs of a day, and its curves, as the market's folder says. */
class DemoFactsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T16:00:00Z"), ZoneOffset.UTC);
  private static final RollingPlan QUARTERS =
      new RollingPlan(new RollingPlan.Steps(360, 1), new RollingPlan.Steps(360, 1));

  @TempDir private Path folder;
  private MarketFolder market;
  private DayApproval approval;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    approval = new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, CLOCK);
  }

  @AfterEach
  void close() {
    market.close();
  }

  private DemoFacts facts() {
    return DemoFacts.of(market, DATE, QUARTERS, CLOCK);
  }

  private VersionId made(Market of, int cycle, String... alarms) {
    return ApprovalMarket.made(market, of, DATE, cycle, "ann", alarms);
  }

  private void byTwo(VersionId version) {
    approval.check(new DayApproval.Wanted(version, "ann", "seen"));
    approval.submit(new DayApproval.Wanted(version, "ann", "seen"));
    approval.approve(new DayApproval.Wanted(version, "bert", "seen"));
  }

  @Test
  void everyRunThatWasToBeSaysHowItCameInForceOrThatItIsNot() {
    VersionId dayAhead = made(Market.DA, 0);
    byTwo(dayAhead);
    approval.publish(new DayApproval.Wanted(dayAhead, "scheduler", ""));
    approval.automatic(made(Market.RT, 1));
    byTwo(made(Market.RT, 2, "NOT SECURE: one limit"));
    byTwo(made(Market.RT, 3, "FALLBACK: on rt cycle 2", "NOT SECURE: one limit"));
    made(Market.ID, 4);
    made(Market.RT, 0); // the joined day is no run
    List<DemoRun> runs = facts().runs();
    assertEquals(
        List.of("lt-ruc", "da", "id", "id", "id", "id", "rt", "rt", "rt", "rt"),
        runs.stream().map(run -> DayKey.word(run.key().market())).toList());
    assertEquals(
        List.of(
            Decision.MISSING,
            Decision.BY_TWO_PERSONS,
            Decision.MISSING,
            Decision.MISSING,
            Decision.MISSING,
            Decision.NOT_IN_FORCE,
            Decision.BY_RULE,
            Decision.BY_TWO_PERSONS,
            Decision.FALLBACK,
            Decision.MISSING),
        runs.stream().map(DemoRun::decision).toList());
    assertEquals(List.of(), runs.get(6).people(), "a rule is no person");
    assertEquals(List.of("ann", "bert"), runs.get(8).people());
    assertEquals(List.of("ann", "bert"), runs.get(1).people(), "who publishes decides nothing");
    assertEquals(
        List.of(0, 360, 720, 1080), runs.stream().skip(6).map(DemoRun::startMinute).toList());
    assertEquals(OffsetDateTime.parse("2026-10-01T00:00+08:00"), facts().midnight());
  }

  @Test
  void aLaterVersionThatIsNotInForceDoesNotHideTheOneThatIs() {
    byTwo(made(Market.DA, 0));
    made(Market.DA, 0);
    assertEquals(Decision.BY_TWO_PERSONS, facts().runs().get(1).decision());
  }

  @Test
  void thePriceIsThatOfTheLoadsWeightedByWhatIsServed() {
    DayResult day = SmallDays.dayAhead(DATE, 100);
    DayStore.of(market).append(new DayKey(Market.DA, DATE), day, SmallDays.MADE);
    DayCurves curves = facts().dayAhead().orElseThrow();
    assertEquals(4, curves.priceYuanPerMwh().size());
    for (int t = 0; t < 4; t++) {
      double[][] lmp = day.result().prices().lmpYuanPerMwh(); // buses 2, 10, 1
      double user = day.result().schedule().flexibleMw()[0][t];
      double price = (10 * lmp[0][t] + 100 * lmp[1][t] + user * lmp[2][t]) / (110 + user);
      assertEquals(price, curves.priceYuanPerMwh().get(t).orElseThrow(), 1e-5);
      double[][] output = day.result().schedule().outputMw();
      assertEquals(output[0][t] + output[1][t], curves.thermalMw().get(t).orElseThrow(), 1e-5);
      assertEquals(110, curves.loadMw().get(t).orElseThrow(), 1e-9);
    }
    assertTrue(facts().realTime().isEmpty(), "nothing was joined");
  }

  @Test
  void aTimeWithoutARunHasNoPriceAndNoLoad() {
    DayStore days = DayStore.of(market);
    for (int cycle : List.of(1, 2, 4)) {
      MarketDay quarter =
          SmallDays.day(DATE, 1, 360, 100)
              .withHorizon(new Horizon(1, 360, 360 * (cycle - 1), DATE));
      days.append(
          new DayKey(Market.RT, DATE, cycle),
          SmallDays.cleared(quarter, Market.RT, Owners.NONE),
          SmallDays.MADE);
    }
    new JoinedDay(days, QUARTERS).join(Market.RT, DATE, new Made.Source("build", "ann", CLOCK));
    DayCurves curves = facts().realTime().orElseThrow();
    assertEquals(
        List.of(true, true, false, true),
        curves.priceYuanPerMwh().stream().map(OptionalDouble::isPresent).toList());
    assertEquals(
        List.of(true, true, false, true),
        curves.loadMw().stream().map(OptionalDouble::isPresent).toList());
    assertEquals(Optional.empty(), facts().dayAhead());
  }

  @Test
  void aMarketThatDidNothingCountsNothing() {
    assertEquals(new DemoFacts.Counts(0, 0, 0, 0), facts().counts());
  }
}
