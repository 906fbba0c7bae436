package org.gridclear.market.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.AnomalyDesk.Query;
import org.gridclear.market.anomaly.AnomalyDesk.Step;
import org.gridclear.market.anomaly.MarketAnomalies.Judged;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.anomaly.rule.CaseEvidence;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.anomaly.TransitionRow;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions are judged when they are kept, and what is found goes its way, once. */
// Rows: I-01, I-02, I-03, I-05, I-08
class MarketAnomaliesTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final Map<Double, DayResult> CLEARED = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  private MarketFolder market(String kind) {
    return MarketFolder.create(
        folder.resolve("market"),
        new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
  }

  private static Judged kept(MarketFolder market, double loadMw) {
    DayResult day = CLEARED.computeIfAbsent(loadMw, mw -> SmallDays.dayAhead(DATE, mw));
    DayVersion version = DayStore.of(market).append(KEY, day, SmallDays.MADE);
    return MarketAnomalies.of(market, CLOCK).cleared(version, day, "op");
  }

  private static List<String> rules(List<KeptAnomaly> anomalies) {
    return anomalies.stream().map(each -> each.anomaly().rule()).distinct().toList();
  }

  private static AnomalyRules rules(String yaml) {
    return AnomalyRulesReader.read(yaml.getBytes(StandardCharsets.UTF_8), "rules.yaml");
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aDayThatShedsLoadIsSevereAndIsNotRaisedTwice(String kind) {
    try (MarketFolder market = market(kind)) {
      assertEquals(List.of(), rules(kept(market, 50).openSevere()));
      Judged judged = kept(market, 300);
      assertEquals(
          List.of("BALANCE-SLACK", "RESERVE-SHORT", "FLOW-VIOLATED", "NOT-SECURE"),
          rules(judged.openSevere()));
      assertEquals(judged.anomalies().size(), judged.raised());
      MarketAnomalies anomalies = MarketAnomalies.of(market, CLOCK);
      Judged again = anomalies.again(judged.version(), "op");
      assertEquals(0, again.raised());
      assertEquals(judged.anomalies(), again.anomalies());
      assertEquals(judged.notJudged(), again.notJudged());
      assertTrue(anomalies.isJudged(judged.version()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void otherRulesAreHeldAgainstWhatWasKeptAndAddWhatTheyFind(String kind) {
    try (MarketFolder market = market(kind)) {
      Judged judged = kept(market, 50);
      AnomalyRuleVersions versions = new AnomalyRuleVersions(new PieceStore(market));
      versions.set(
          rules(
              """
              rules:
              - {id: DEAR, type: price-alarm, severity: severe, yuanPerMwh: 100, zones: [south]}
              - {id: GAP, type: gap-wide, severity: warning, share: 0}
              """),
          new Recording("op", NOW));
      Judged again = MarketAnomalies.of(market, CLOCK).again(judged.version(), "op");
      List<KeptAnomaly> dear =
          again.anomalies().stream().filter(each -> each.anomaly().rule().equals("DEAR")).toList();
      assertEquals(
          List.of("10", "1"), dear.stream().map(each -> each.anomaly().place().element()).toList());
      assertEquals(List.of(), again.notJudged(), "the gap is known from the clearing");
      assertTrue(again.anomalies().containsAll(judged.anomalies()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void anAnomalyGoesFromOpenToClosedAndNoStepIsLeftOut(String kind) {
    try (MarketFolder market = market(kind)) {
      long number = kept(market, 300).openSevere().get(0).number();
      AnomalyDesk desk = new AnomalyDesk(market.database(), CLOCK);
      Step close = new Step(number, AnomalyState.CLOSED, Optional.empty(), "over", "bob");
      String said = assertThrows(StaleStateException.class, () -> desk.make(close)).getMessage();
      assertTrue(said.contains("next is: acknowledged"), said);
      desk.make(new Step(number, AnomalyState.ACKNOWLEDGED, Optional.empty(), "", "ann"));
      assertTrue(desk.get(number).isOpenSevere(), "to know of it is not to do something");
      desk.make(
          new Step(number, AnomalyState.HANDLED, Optional.of(Measure.OTHER), "called", "bob"));
      assertFalse(desk.get(number).isOpenSevere());
      desk.make(close);
      assertThrows(StaleStateException.class, () -> desk.make(close));
      assertEquals(
          List.of(
              new TransitionRow(number, 1, "open", "acknowledged", "", "", "ann", now()),
              new TransitionRow(
                  number, 2, "acknowledged", "handled", "other", "called", "bob", now()),
              new TransitionRow(number, 3, "handled", "closed", "", "over", "bob", now())),
          desk.steps(number));
      assertEquals(
          List.of(number),
          desk.list(new Query("da", DATE, DATE, List.of(AnomalyState.CLOSED))).stream()
              .map(KeptAnomaly::number)
              .toList());
    }
  }

  private static java.time.OffsetDateTime now() {
    return NOW.atOffset(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void ofTwoThatHandleOneAnomalyAtATimeOneIsRefused(String kind) throws Exception {
    try (MarketFolder market = market(kind)) {
      long number = kept(market, 300).openSevere().get(0).number();
      AnomalyDesk desk = new AnomalyDesk(market.database(), CLOCK);
      ExecutorService two = Executors.newFixedThreadPool(2);
      CountDownLatch both = new CountDownLatch(2);
      List<Future<Boolean>> done =
          List.of("ann", "bob").stream()
              .map(
                  by ->
                      two.submit(
                          () -> {
                            both.countDown();
                            both.await();
                            return made(desk, number, by);
                          }))
              .toList();
      assertTrue(done.get(0).get() ^ done.get(1).get());
      assertEquals(1, desk.steps(number).size());
      two.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void ofManyThatJudgeOneVersionAtATimeNothingIsDoubled(String kind) throws Exception {
    try (MarketFolder market = market(kind)) {
      DayResult day = CLEARED.computeIfAbsent(300.0, mw -> SmallDays.dayAhead(DATE, mw));
      DayVersion version = DayStore.of(market).append(KEY, day, SmallDays.MADE);
      MarketAnomalies anomalies = MarketAnomalies.of(market, CLOCK);
      ExecutorService four = Executors.newFixedThreadPool(4);
      List<Future<Judged>> judged = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        judged.add(four.submit(() -> anomalies.cleared(version, day, "op")));
      }
      int raised = 0;
      for (Future<Judged> each : judged) {
        raised += each.get().raised();
      }
      four.shutdown();
      List<KeptAnomaly> kept = anomalies.of(version);
      assertEquals(raised, kept.size());
      assertEquals(
          kept.size(),
          kept.stream()
              .map(each -> each.anomaly().rule() + " " + each.anomaly().place())
              .distinct()
              .count());
    }
  }

  private static boolean made(AnomalyDesk desk, long number, String by) {
    try {
      desk.make(new Step(number, AnomalyState.ACKNOWLEDGED, Optional.empty(), "", by));
      return true;
    } catch (StaleStateException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aResultThatDidNotComeIsRaisedOnceAfterTheGateOfTheParameters(String kind) {
    try (MarketFolder market = market(kind)) {
      new MarketParameters(new DeclarationStore(market.database()), market.facts().zone(), CLOCK)
          .add(
              """
              {"market": "da", "from": "2026-10-10", "minutesPerPeriod": 60,
               "opens": {"daysBefore": 7, "time": "00:00"}, "gate": {"daysBefore": 1, "time": "09:30"},
               "energy": {"floorYuanPerMwh": 0, "capYuanPerMwh": 1500},
               "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1,
               "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 10,
               "products": [], "defaults": {"lastDays": 7, "referenceOffer": true}}
              """,
              "op");
      LocalDate date = LocalDate.of(2026, 10, 10);
      Instant gate = Instant.parse("2026-10-09T01:30:00Z");
      assertEquals(List.of(), watch(market, gate.plusSeconds(3600)).check(date, date, "op"));
      ResultWatch late = watch(market, gate.plusSeconds(3660));
      List<KeptAnomaly> missing = late.check(date, date, "op");
      assertEquals(List.of("NO-RESULT"), rules(missing));
      assertEquals(0, missing.get(0).version());
      assertTrue(missing.get(0).isOpenSevere());
      assertEquals(missing, late.check(date.minusDays(1), date, "op"), "once");
    }
  }

  private static ResultWatch watch(MarketFolder market, Instant now) {
    return new ResultWatch(market, DayStore.of(market), Clock.fixed(now, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aScreeningOfADayAddsWhatItSaw(String kind) {
    try (MarketFolder market = market(kind)) {
      Judged judged = kept(market, 50);
      CaseEvidence.Flow over = new CaseEvidence.Flow("branch", "a", "b", 2, 66, 60, "MVA", true);
      CaseEvidence.Flow heavy = new CaseEvidence.Flow("branch", "a", "", 1, 55, 60, "MVA", false);
      Judged screened =
          MarketAnomalies.of(market, CLOCK).screened(judged.version(), List.of(over, heavy), "op");
      assertEquals(List.of("OUTAGE-VIOLATED", "NOT-SECURE"), rules(screened.openSevere()));
      assertTrue(rules(screened.anomalies()).contains("FLOW-HEAVY"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void theNoticeDoesNotRepeatTheAlarmsOfTheVersion(String kind) {
    try (MarketFolder market = market(kind)) {
      Judged judged = kept(market, 300);
      assertTrue(judged.version().alarms().get(0).startsWith("LOAD NOT SERVED"));
      String notice = String.join("", AnomalyNotice.of(judged));
      assertTrue(notice.startsWith("SEVERE ANOMALIES: RESERVE-SHORT reserve spin r"), notice);
      assertFalse(notice.contains("BALANCE-SLACK"), notice);
    }
  }
}
