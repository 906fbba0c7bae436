package org.gridclear.market.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRequest;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** What a run of a day goes on from, and what it keeps to. */
// Rows: E-11, I-05, I-07
class RollingOriginTest extends RollingMarket {
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

  /** Somebody rejected the second version of a run: the next run knows nothing of it. */
  @Test
  void whatWasRejectedIsNotGoneOnFrom() {
    dayAhead();
    Cycle first = PLAN.cycles(Market.RT, DATE).get(0);
    Cycle second = PLAN.cycles(Market.RT, DATE).get(1);
    rolling().clear(PLAN.above(first, days.zone()).orElseThrow(), whole(1));
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
    rolling().clear(PLAN.above(first, days.zone()).orElseThrow(), whole(1));
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

  /** With a store that loses some of its 0.5 MWh, and charges 10 MW or nothing: to above 0.55. */
  private static MarketDay contradictory(MarketDay day) {
    Series none = Series.constant(0, 24);
    Series one = Series.constant(1, 24);
    Series rate = Series.constant(10, 24);
    Series least = Series.constant(0.5, 24);
    Series most = Series.constant(0.55, 24);
    Series lost = Series.constant(0.1, 24);
    String bus = day.network().buses().get(0).id();
    List<Boolean> never = Collections.nCopies(24, false);
    return day.withResources(
        day.profiledUnits(),
        List.of(
            new StorageUnit(
                "s", bus, least, most, rate, rate, rate, rate, none, none, one, one, lost, never,
                0.5, 0.5, 0.55)),
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

  // Rows: E-03
  /** A run that only dispatches keeps every status of the day ahead, and is another run. */
  @Test
  void intradayThatDispatchesAloneKeepsEveryStatusAndIsClearedAnew() {
    DayVersion ahead = dayAhead();
    Cycle commits = PLAN.cycles(Market.ID, DATE).get(0);
    Cycle dispatches = PLAN.with(IntradayMode.SCED).cycles(Market.ID, DATE).get(0);
    DayVersion first = rolling().clear(commits, whole(1.01));
    DayVersion second = rolling().clear(dispatches, whole(1.01));
    assertEquals(first.version() + 1, second.version(), "what decides is part of what it is of");
    assertEquals(second, rolling().clear(dispatches, whole(1.01)));
    assertEquals("sced", Json.MAPPER.readTree(second.made().provenance()).get("mode").asString());
    assertTrue(
        rolling().prepared(dispatches, whole(1.01)).thermalUnits().stream()
            .flatMap(unit -> unit.commitment().stream())
            .noneMatch(Commitment.FREE::equals));
    assertTrue(
        rolling().prepared(commits, whole(1.01)).thermalUnits().stream()
            .flatMap(unit -> unit.commitment().stream())
            .anyMatch(Commitment.FREE::equals));
    ResultBlock planned = block(ahead, ResultKind.COMMITMENT);
    ResultBlock now = block(second, ResultKind.COMMITMENT);
    int slots = now.layout().slots();
    for (int unit = 0; unit < now.elements().length; unit++) {
      assertEquals(planned.column("on")[unit * 24], now.column("on")[unit * slots]);
    }
  }

  // Rows: E-01
  /**
   * A market may leave intraday out: real time then keeps to the day ahead, and the day is whole.
   */
  @Test
  void withoutIntradayRealTimeGoesOnFromTheDayAhead() {
    RollingPlan plan = PLAN.withoutIntraday();
    RollingDay rolling = rolling(plan, runs);
    DayVersion ahead = clearAhead(rolling, whole(1));
    assertEquals(List.of(), plan.cycles(Market.ID, DATE));
    List<Cycle> cycles = plan.cycles(DATE);
    assertEquals(12, cycles.size());
    cycles.forEach(cycle -> rolling.clear(cycle, whole(1.01)));
    assertTrue(days.versions(Market.ID, DATE, DATE).isEmpty());
    ResultBlock planned = block(ahead, ResultKind.COMMITMENT);
    for (Cycle cycle : cycles) {
      DayVersion version = days.newest(cycle.key()).orElseThrow();
      assertEquals(
          ahead.outcomeHash(),
          Json.MAPPER.readTree(version.made().provenance()).get("plan").asString());
      ResultBlock real = block(version, ResultKind.COMMITMENT);
      for (int here = 0; here < real.elements().length; here++) {
        assertEquals(
            planned.column("on")[here * 24 + cycle.startMinute() / 60],
            real.column("on")[here * real.layout().slots()],
            cycle + " " + real.text(here, "unit"));
      }
    }
    DayVersion joined = new JoinedDay(days, plan).join(Market.RT, DATE, SOURCE);
    assertEquals(List.of(), joined.alarms());
    assertEquals(12, block(joined, ResultKind.BALANCE).layout().slots());
  }
}
