package org.gridclear.market.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.AnomalyDesk.Step;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.DayEvent;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version with a severe anomaly is not approved before something was done about it. */
// Rows: I-05, I-08
class UnhandledAnomaliesTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void approvalWaitsUntilSevereAnomaliesAreHandledAlsoThoseOfAVersionNobodyJudged() {
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      DayVersion version =
          DayStore.of(market).append(KEY, SmallDays.dayAhead(DATE, 300), SmallDays.MADE);
      MarketAnomalies anomalies = MarketAnomalies.of(market, CLOCK);
      DayApproval approval =
          new DayApproval(
              market, new UnhandledAnomalies(anomalies, "approval"), KnownAccounts.NONE, CLOCK);
      VersionId id = VersionId.of(version);
      approval.check(new Wanted(id, "ann", "short of load"));
      approval.submit(new Wanted(id, "ann", "short of load"));
      Wanted approve = new Wanted(id, "bob", "agreed");
      String said =
          assertThrows(IllegalArgumentException.class, () -> approval.approve(approve))
              .getMessage();
      assertTrue(said.contains("BALANCE-SLACK system"), said);
      AnomalyDesk desk = new AnomalyDesk(market.database(), CLOCK);
      List<KeptAnomaly> severe =
          anomalies.of(version).stream().filter(KeptAnomaly::isOpenSevere).toList();
      for (KeptAnomaly each : severe) {
        desk.make(new Step(each.number(), AnomalyState.ACKNOWLEDGED, Optional.empty(), "", "eve"));
      }
      assertThrows(IllegalArgumentException.class, () -> approval.approve(approve));
      for (KeptAnomaly each : severe) {
        Optional<Measure> other = Optional.of(Measure.OTHER);
        desk.make(new Step(each.number(), AnomalyState.HANDLED, other, "load is cut", "eve"));
      }
      assertEquals(VersionState.APPROVED, approval.approve(approve).to());
      List<DayEvent> events =
          new DayHistory(market, List.of(new AnomalyEvents(desk))).of(Market.DA, DATE);
      assertEquals(
          2L * severe.size(),
          events.stream()
              .filter(each -> each.kind().equals("anomaly") && each.by().equals("eve"))
              .count());
    }
  }
}
