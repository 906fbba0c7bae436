package org.gridclear.market.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case whose limits cannot be met becomes one whose limits are met (I-06). */
// Rows: I-05, I-06
class CaseRemedyTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private MarketFolder market;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
  }

  @AfterEach
  void close() {
    market.close();
  }

  private Judged kept(DayResult day) {
    DayVersion version =
        DayStore.of(market).append(new DayKey(Market.DA, DATE), day, SmallDays.MADE);
    return MarketAnomalies.of(market, CLOCK).cleared(version, day, "op");
  }

  private CaseRemedy remedy(Judged judged) {
    return CaseRemedy.of(market, MarketAnomalies.of(market, CLOCK), judged.version());
  }

  private static DayResult again(byte[] content) {
    CaseFiles.Content read = CaseFiles.load(content, "case.json", Set.of()).content();
    MarketDay day = assertInstanceOf(CaseFiles.Content.WholeDay.class, read).day();
    return SmallDays.cleared(day, Market.DA, Owners.NONE);
  }

  private static List<KeptAnomaly> of(Judged judged, String rule) {
    return judged.anomalies().stream().filter(each -> each.anomaly().rule().equals(rule)).toList();
  }

  @Test
  void theCaseWithTheChangesOfAllSevereAnomaliesClearsWithoutAnyOfThem() {
    Judged judged = kept(SmallDays.dayAhead(DATE, 300));
    assertFalse(judged.openSevere().isEmpty());
    CaseRemedy remedy = remedy(judged);
    List<Change> changes = remedy.changes(judged.openSevere());
    assertEquals(
        Set.of(Change.Kind.LOAD, Change.Kind.RESERVE, Change.Kind.BRANCH),
        Set.copyOf(changes.stream().map(Change::kind).toList()));
    DayResult again = again(remedy.make(changes));
    assertEquals(List.of(), again.result().relaxations());
    assertEquals(List.of(), kept(again).openSevere());
  }

  @Test
  void theAmountsAreThoseOfTheClearingAndTheDearestIsFirst() {
    DayResult day = SmallDays.dayAhead(DATE, 300);
    List<Change> changes = remedy(kept(day)).changes();
    for (int i = 1; i < changes.size(); i++) {
      assertTrue(changes.get(i - 1).penaltyYuan() >= changes.get(i).penaltyYuan());
    }
    double penalties =
        day.result().relaxations().stream().mapToDouble(Relaxation::penaltyYuan).sum();
    assertEquals(
        penalties, changes.stream().mapToDouble(Change::penaltyYuan).sum(), 1e-6 * penalties);
    Change load =
        changes.stream().filter(each -> each.kind() == Change.Kind.LOAD).findFirst().orElseThrow();
    assertEquals("10", load.element());
    assertEquals(day.result().schedule().shedMw()[1][2], load.amounts().get(2), 1e-6);
  }

  @Test
  void oneAnomalyChangesItsOwnLimitAlone() {
    Judged judged = kept(SmallDays.dayAhead(DATE, 300));
    CaseRemedy remedy = remedy(judged);
    List<Change> changes = remedy.changes(of(judged, "RESERVE-SHORT"));
    assertEquals(List.of(Change.Kind.RESERVE), changes.stream().map(Change::kind).toList());
    Judged again = kept(again(remedy.make(changes)));
    assertEquals(List.of(), of(again, "RESERVE-SHORT"));
    assertEquals(1, of(again, "BALANCE-SLACK").size(), "the load is as it was");
  }

  @Test
  void whatNoRuleCanChangeIsRefusedByNameAndSoIsNothing() {
    MarketDay day = SmallDays.day(DATE, 4, 360, 50);
    ClearingCase clearingCase = ClearingCase.of(day);
    CaseEvidence evidence =
        new CaseEvidence(
            0,
            0,
            List.of(),
            List.of(new Relaxation("B-14", "generation not absorbed, system", 1, 0, 5, "MW", 9.0)),
            List.of(),
            false,
            true,
            0,
            List.of());
    List<Change> changes = RankedChanges.of(day, evidence);
    assertEquals(List.of(Change.Kind.NONE), changes.stream().map(Change::kind).toList());
    String said =
        assertThrows(IllegalArgumentException.class, () -> ChangedCase.of(clearingCase, changes))
            .getMessage();
    assertTrue(said.contains("generation not absorbed, system"), said);
    assertThrows(IllegalArgumentException.class, () -> ChangedCase.of(clearingCase, List.of()));
  }

  @Test
  void limitsAfterOutagesRampsAndStatusesAreChangedWhereTheyAreShort() {
    MarketDay day = SmallDays.day(DATE, 4, 360, 50);
    CaseEvidence evidence =
        new CaseEvidence(
            0,
            0,
            List.of(),
            List.of(
                new Relaxation("B-20", "branch a after outages, most of b", 1, 0, 5, "MW", 4.0),
                new Relaxation("B-03", "unit 07 up", 2, 0, 12, "MW", 3.0),
                new Relaxation("B-07", "unit 7", 3, 0, 1, "status", 2.0)),
            List.of(),
            true,
            false,
            0,
            List.of(new CaseEvidence.Flow("branch", "a", "", 1, -66, 60, "MVA", true)));
    List<Change> changes = RankedChanges.of(day, evidence);
    assertEquals(
        List.of(
            Change.Kind.BRANCH_AFTER_OUTAGES,
            Change.Kind.RAMP_UP,
            Change.Kind.STATUS,
            Change.Kind.BRANCH),
        changes.stream().map(Change::kind).toList());
    MarketDay changed = ChangedCase.of(ClearingCase.of(day), changes);
    assertEquals(66.001, changed.branchLimits().get(0).mw().at(0), 1e-9);
    assertEquals(60, changed.branchLimits().get(0).mw().at(1), 1e-9);
    assertEquals(65.001, changed.branchLimits().get(0).emergencyMw().at(1), 1e-9);
    assertEquals(Map.of(0, 6.0), changes.get(3).amounts());
    assertEquals(
        day.thermalUnits().get(1).rampUpMwPerH() + 12.001 / 6,
        changed.thermalUnits().get(1).rampUpMwPerH(),
        1e-9);
  }
}
