package org.gridclear.market.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.fallback.FallbackRule.Choice;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;

/** Which result of before stands for a clearing, flagged and audited (I-07, AMB-40). */
// Rows: I-05, I-07
class DayFallbackTest extends FallbackMarket {
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
}
