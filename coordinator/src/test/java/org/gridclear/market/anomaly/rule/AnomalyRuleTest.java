package org.gridclear.market.anomaly.rule;

import static org.gridclear.market.anomaly.rule.AnomalyType.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.market.anomaly.rule.CaseEvidence.Outside;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what it is for, and nothing in a result that is as it should be. */
// Rows: I-01, I-02, I-03, I-04
class AnomalyRuleTest {
  private static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  private static final Horizon HOURS = new Horizon(2, 60);
  private static final CaseEvidence CLEAN =
      new CaseEvidence(0.0005, 0.001, List.of(), List.of(), List.of(), true, true, 0, List.of());

  /**
   * A case of a type.
   *
   * @param raising a version in which the rule finds something
   * @param element what it finds it at
   * @param period where it is worst
   * @param value what is there
   * @param threshold what that is held against
   */
  private record Case(
      AnomalyType type,
      JudgedDay raising,
      String element,
      int period,
      double value,
      double threshold) {
    @Override
    public String toString() {
      return type.label();
    }
  }

  private static ResultBlock rows(
      ResultKind kind, List<String> keys, List<String> texts, String[] names, double[]... cells) {
    BlockBuilder rows =
        new BlockBuilder(
            new Origin(KEY, "hash"),
            kind,
            HOURS,
            keys,
            Arrays.stream(names)
                .map(name -> BlockBuilder.column(name, Column.Type.NUMBER))
                .toList());
    for (int t = 0; t < cells.length; t++) {
      rows.add(texts, t + 1L, Arrays.stream(cells[t]).boxed().toArray());
    }
    return rows.block();
  }

  private static ResultBlock prices(double first, double second) {
    return rows(
        ResultKind.PRICES,
        List.of("bus", "zone"),
        List.of("101", "north"),
        new String[] {"lmpYuanPerMwh"},
        new double[] {first},
        new double[] {second});
  }

  private static ResultBlock balance(double shedMw) {
    return rows(
        ResultKind.BALANCE,
        List.of(),
        List.of(),
        new String[] {"loadMw", "shedMw"},
        new double[] {100, 0},
        new double[] {80, shedMw});
  }

  private static ResultBlock reserves(double missingMw) {
    return rows(
        ResultKind.RESERVES,
        List.of("product", "unit", "requirement"),
        List.of("spin", "", "r"),
        new String[] {"mw", "requiredMw", "missingMw"},
        new double[] {10, 10, 0},
        new double[] {10 - missingMw, 10, missingMw});
  }

  private static ResultBlock units(double mw) {
    return rows(
        ResultKind.UNITS,
        List.of("unit", "bus", "zone", "owner"),
        List.of("g1", "101", "north", "north-power"),
        new String[] {"mw", "availableMw"},
        new double[] {50, 100},
        new double[] {mw, 100});
  }

  private static JudgedDay day(CaseEvidence evidence, ResultBlock... changed) {
    Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);
    Stream.of(prices(300, 320), balance(0), reserves(0), units(60))
        .forEach(block -> blocks.put(block.layout().kind(), block));
    Arrays.stream(changed).forEach(block -> blocks.put(block.layout().kind(), block));
    return new JudgedDay(
        KEY, blocks, Optional.of(evidence), OptionalDouble.of(1500), Optional.of(prices(280, 300)));
  }

  private static CaseEvidence with(
      double gap,
      List<String> findings,
      List<Relaxation> relaxed,
      List<Outside> outside,
      boolean secure,
      int unsolved,
      Flow... flows) {
    return new CaseEvidence(
        gap, 0.001, findings, relaxed, outside, true, secure, unsolved, List.of(flows));
  }

  private static CaseEvidence flow(String outage, double mva) {
    Flow flow = new Flow("branch", "ab", outage, 2, mva, 100, "MVA", Math.abs(mva) > 100);
    return with(0, List.of(), List.of(), List.of(), mva <= 100, 0, flow);
  }

  private static JudgedDay unbalanced(String element, double mw, ResultBlock... changed) {
    Relaxation slack = new Relaxation("B-14", element, 1, 0, mw, "MW", 20_000 * mw);
    return day(with(0, List.of(), List.of(slack), List.of(), true, 0), changed);
  }

  static Stream<Case> cases() {
    CaseEvidence outside =
        with(0, List.of(), List.of(), List.of(new Outside("unit", "g1", 2, 104, 100)), true, 0);
    CaseEvidence objected =
        with(0, List.of("balance, system, period 1: off"), List.of(), List.of(), true, 0);
    CaseEvidence wide = with(0.02, List.of(), List.of(), List.of(), true, 0);
    CaseEvidence unsolved = with(0, List.of(), List.of(), List.of(), false, 3);
    return Stream.of(
        new Case(PRICE_CAP, day(CLEAN, prices(300, 1501)), "101", 2, 1501, 1500),
        new Case(PRICE_ALARM, day(CLEAN, prices(1100, 1001)), "101", 1, 1100, 1000),
        new Case(PRICE_RISE, day(CLEAN, prices(421, 320)), "101", 1, 421, 420),
        new Case(PRICE_NEGATIVE, day(CLEAN, prices(-5, 320)), "101", 1, -5, 0),
        new Case(OUTPUT_LIMIT, day(outside), "g1", 2, 104, 100),
        new Case(BALANCE_SLACK, unbalanced("generation not absorbed, system", 7), "", 2, 7, 0.01),
        new Case(RESERVE_SHORT, day(CLEAN, reserves(2.5)), "spin r", 2, 7.5, 10),
        new Case(FLOW_HEAVY, day(flow("", 85)), "ab", 2, 0.85, 0.8),
        new Case(FLOW_VIOLATED, day(flow("", -120)), "ab", 2, 1.2, 1),
        new Case(OUTAGE_HEAVY, day(flow("cd", 95)), "ab", 2, 0.95, 0.8),
        new Case(OUTAGE_VIOLATED, day(flow("cd", 130)), "ab", 2, 1.3, 1),
        new Case(AUDIT_FAILED, day(objected), "", 0, 1, 0),
        new Case(GAP_WIDE, day(wide), "", 0, 0.02, 0.001),
        new Case(
            ALL_SHED,
            unbalanced("load not served at bus 101", 80, balance(80)),
            "",
            2,
            80,
            0.999 * 80),
        new Case(NOT_SECURE, day(unsolved), "", 0, 3, 0));
  }

  private static List<Anomaly> found(JudgedDay day, AnomalyType type) {
    return AnomalyEvaluator.evaluate(AnomalyRules.STANDARD, day).anomalies().stream()
        .filter(each -> each.type() == type)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRuleFindsWhatItIsFor(Case one) {
    List<Anomaly> found = found(one.raising, one.type);
    assertEquals(1, found.size(), found::toString);
    Anomaly anomaly = found.get(0);
    assertEquals(one.element, anomaly.place().element());
    assertEquals(one.period, anomaly.periods().worst());
    assertEquals(one.value, anomaly.value(), 1e-9);
    assertEquals(one.threshold, anomaly.threshold(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(AnomalyType.class)
  void aRuleFindsNothingInAResultThatIsAsItShouldBe(AnomalyType type) {
    assertEquals(List.of(), found(day(CLEAN), type));
    assertEquals(
        List.of(), AnomalyEvaluator.evaluate(AnomalyRules.STANDARD, day(CLEAN)).notJudged());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRuleOutOfEffectOrOfAnotherMarketFindsNothing(Case one) {
    for (AnomalyRule rule : AnomalyRules.STANDARD.rules()) {
      AnomalyRule off =
          new AnomalyRule(
              rule.id(), rule.type(), rule.severity(), false, rule.of(), rule.threshold());
      Of realTime = new Of(Set.of("rt"), Set.of(), Set.of());
      AnomalyRule other =
          new AnomalyRule(
              rule.id(), rule.type(), rule.severity(), true, realTime, rule.threshold());
      assertEquals(
          List.of(),
          AnomalyEvaluator.evaluate(new AnomalyRules(List.of(off, other)), one.raising)
              .anomalies());
    }
  }

  @Test
  void everyTypeHasACaseAndAStandardRule() {
    Set<AnomalyType> tested = EnumSet.of(NO_RESULT); // aResultIsMissing…
    cases().forEach(one -> tested.add(one.type));
    assertEquals(EnumSet.allOf(AnomalyType.class), tested);
    Set<AnomalyType> standard = EnumSet.noneOf(AnomalyType.class);
    AnomalyRules.STANDARD.rules().forEach(rule -> standard.add(rule.type()));
    assertEquals(EnumSet.allOf(AnomalyType.class), standard);
  }

  @Test
  void aResultIsMissingAfterItsTimeAndTheMinutesGranted() {
    AnomalyRule rule =
        new AnomalyRule("N", NO_RESULT, AnomalySeverity.SEVERE, true, Of.ALL, Threshold.of(30));
    Instant gate = Instant.parse("2026-09-30T01:30:00Z");
    DueResults.Due due = new DueResults.Due(KEY, gate, false);
    assertTrue(DueResults.missing(rule, due, gate.plusSeconds(1800)).isEmpty());
    Anomaly late = DueResults.missing(rule, due, gate.plusSeconds(1860)).orElseThrow();
    assertEquals(31, late.value(), 1e-9);
    assertEquals(30, late.threshold(), 1e-9);
    DueResults.Due there = new DueResults.Due(KEY, gate, true);
    assertTrue(DueResults.missing(rule, there, gate.plusSeconds(1860)).isEmpty());
  }

  @Test
  void aThresholdIsOfTheZonesAndProductsThatItNames() {
    AnomalyRule south =
        new AnomalyRule(
            "S",
            PRICE_ALARM,
            AnomalySeverity.WARNING,
            true,
            new Of(Set.of("da"), Set.of("south"), Set.of()),
            Threshold.of(100));
    AnomalyRule agc =
        new AnomalyRule(
            "R",
            RESERVE_SHORT,
            AnomalySeverity.WARNING,
            true,
            new Of(Set.of(), Set.of(), Set.of("agc")),
            Threshold.of(0));
    JudgedDay day = day(CLEAN, reserves(5));
    assertEquals(
        List.of(),
        AnomalyEvaluator.evaluate(new AnomalyRules(List.of(south, agc)), day).anomalies());
  }

  @Test
  void severalPeriodsOfAPlaceAreOneAnomalyWithTheWorstAndTheirNumber() {
    Anomaly found = found(day(CLEAN, prices(1600, 1700)), PRICE_CAP).get(0);
    assertEquals(new Anomaly.Periods(2, 2), found.periods());
    assertEquals(1700, found.value(), 1e-9);
    assertTrue(found.text().contains("bus 101 in period 2, the worst of 2"), found.text());
  }

  @Test
  void whatCannotBeJudgedIsNamedAndIsNotNothing() {
    JudgedDay bare =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices(300, 300)),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    Evaluation evaluation = AnomalyEvaluator.evaluate(AnomalyRules.STANDARD, bare);
    assertEquals(
        List.of(
            "PRICE-CAP",
            "PRICE-RISE",
            "OUTPUT-LIMIT",
            "BALANCE-SLACK",
            "RESERVE-SHORT",
            "FLOW-HEAVY",
            "OUTAGE-HEAVY",
            "AUDIT-FAILED",
            "GAP-WIDE",
            "ALL-SHED",
            "NOT-SECURE"),
        evaluation.notJudged().stream().map(Evaluation.NotJudged::rule).toList());
  }

  @Test
  void aFlowAtItsLimitIsHeavyAndOneBeyondItIsNot() {
    assertEquals(1, found(day(flow("", 100)), FLOW_HEAVY).size());
    assertEquals(0, found(day(flow("", 100)), FLOW_VIOLATED).size());
    assertEquals(0, found(day(flow("", 100.5)), FLOW_HEAVY).size());
  }

  @Test
  void aPriceThatRoseFromANegativeOneIsHeldAgainstTheLeastAmount() {
    JudgedDay day = day(CLEAN, prices(60, 320));
    JudgedDay fromNegative =
        new JudgedDay(
            KEY, day.blocks(), day.evidence(), day.capYuanPerMwh(), Optional.of(prices(-50, 300)));
    Anomaly risen = found(fromNegative, PRICE_RISE).get(0);
    assertEquals(50, risen.threshold(), 1e-9); // −50 + max(0.5 × 50, 100)
  }
}
