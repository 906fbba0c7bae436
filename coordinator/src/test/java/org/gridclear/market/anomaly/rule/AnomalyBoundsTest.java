package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
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
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules at their thresholds: at one it holds, beyond it does not, and the worst is told. */
// Rows: I-01, I-02, I-03, I-04
class AnomalyBoundsTest {
  private static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  private static final CaseEvidence CLEAN = evidence(0, List.of(), List.of());

  private static CaseEvidence evidence(
      double gap, List<Relaxation> relaxed, List<Outside> outside, Flow... flows) {
    boolean secure = Arrays.stream(flows).noneMatch(Flow::over);
    return new CaseEvidence(
        gap, 0.001, List.of(), relaxed, outside, true, secure, 0, List.of(flows));
  }

  private static BlockBuilder rows(ResultKind kind, List<String> keys, String... columns) {
    return new BlockBuilder(
        new Origin(KEY, "hash"),
        kind,
        new Horizon(3, 480),
        keys,
        Arrays.stream(columns).map(c -> BlockBuilder.column(c, Column.Type.NUMBER)).toList());
  }

  private static JudgedDay day(Optional<CaseEvidence> evidence, ResultBlock... blocks) {
    Map<ResultKind, ResultBlock> byKind = new EnumMap<>(ResultKind.class);
    Arrays.stream(blocks).forEach(block -> byKind.put(block.layout().kind(), block));
    return new JudgedDay(KEY, byKind, evidence, OptionalDouble.empty(), Optional.empty());
  }

  private static AnomalyRule rule(AnomalyType type, Threshold threshold) {
    return new AnomalyRule("R", type, AnomalySeverity.WARNING, true, Of.ALL, threshold);
  }

  private static List<Anomaly> found(AnomalyRule rule, JudgedDay day) {
    return AnomalyEvaluator.evaluate(new AnomalyRules(List.of(rule)), day).anomalies();
  }

  private static List<String> notJudged(AnomalyRule rule, JudgedDay day) {
    return AnomalyEvaluator.evaluate(new AnomalyRules(List.of(rule)), day).notJudged().stream()
        .map(Evaluation.NotJudged::why)
        .toList();
  }

  private static ResultBlock prices(double... lmp) {
    BlockBuilder rows = rows(ResultKind.PRICES, List.of("bus", "zone"), "lmpYuanPerMwh");
    for (int t = 0; t < lmp.length; t++) {
      rows.add(List.of("b", "north"), t + 1L, lmp[t]);
    }
    return rows.block();
  }

  @ParameterizedTest
  @CsvSource({
    "PRICE_ALARM, 100, 100, false", "PRICE_ALARM, 100, 100.000001, true",
    "PRICE_CAP, 100, 100, false", "PRICE_CAP, 100, 100.000001, true",
    "PRICE_NEGATIVE, 0, 0, false", "PRICE_NEGATIVE, 0, -0.000001, true",
    "PRICE_NEGATIVE, -50, -50, false", "PRICE_NEGATIVE, -50, -50.1, true",
    "PRICE_NEGATIVE, 10, 9.9, true"
  })
  void priceAtItsThresholdHolds(AnomalyType type, double limit, double price, boolean raised) {
    AnomalyRule rule = rule(type, Threshold.of(limit));
    JudgedDay day = day(Optional.of(CLEAN), prices(50, price, 50));
    List<Anomaly> found = found(rule, day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(
          new Anomaly(
              "R",
              type,
              AnomalySeverity.WARNING,
              new Place("bus", "b", "", "north", ""),
              new Periods(2, 1),
              price,
              limit,
              "yuan/MWh"),
          found.get(0));
    }
  }

  /** The worst of a place stands for all, and of equal ones the first. */
  @ParameterizedTest
  @CsvSource({
    "150, 120, 90, 1, 150, 2",
    "120, 150, 150, 2, 150, 3",
    "101, 101, 101, 1, 101, 3",
    "0, 0, 100.5, 3, 100.5, 1"
  })
  void worstPeriodStandsForAll(
      double one, double two, double three, int worst, double value, int count) {
    Anomaly only =
        found(
                rule(AnomalyType.PRICE_ALARM, Threshold.of(100)),
                day(Optional.of(CLEAN), prices(one, two, three)))
            .get(0);
    assertEquals(new Periods(worst, count), only.periods());
    assertEquals(value, only.value());
  }

  /** Of what is below its limit the least is the worst. */
  @Test
  void leastNegativePriceIsTheWorst() {
    Anomaly only =
        found(
                rule(AnomalyType.PRICE_NEGATIVE, Threshold.of(0)),
                day(Optional.of(CLEAN), prices(-10, -70, -40)))
            .get(0);
    assertEquals(new Periods(2, 3), only.periods());
    assertEquals(-70, only.value());
  }

  /** was + max(share · |was|, least), by the minute of the day. */
  @ParameterizedTest
  @CsvSource({
    "200, 0.5, 50, 300, false", "200, 0.5, 50, 300.1, true", "20, 0.5, 50, 70, false",
    "20, 0.5, 50, 70.1, true", "-200, 0.5, 50, -100, false", "-200, 0.5, 50, -99, true",
    "0, 0.5, 0, 0, false", "0, 0.5, 0, 0.1, true"
  })
  void riseIsHeldAgainstShareAndLeastAmount(
      double was, double share, double least, double is, boolean raised) {
    JudgedDay day =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices(is)),
            Optional.of(CLEAN),
            OptionalDouble.empty(),
            Optional.of(prices(was)));
    AnomalyRule rule = rule(AnomalyType.PRICE_RISE, new Threshold(OptionalDouble.of(share), least));
    assertEquals(raised, !found(rule, day).isEmpty());
  }

  @Test
  void busThatHadNoPriceTheDayBeforeDidNotRise() {
    BlockBuilder other = rows(ResultKind.PRICES, List.of("bus", "zone"), "lmpYuanPerMwh");
    other.add(List.of("another", "north"), 1L, 1.0);
    JudgedDay day =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices(5000)),
            Optional.of(CLEAN),
            OptionalDouble.empty(),
            Optional.of(other.block()));
    AnomalyRule rule = rule(AnomalyType.PRICE_RISE, new Threshold(OptionalDouble.of(0.1), 1));
    assertEquals(List.of(), found(rule, day));
    assertEquals(
        List.of("there is no version of the day before"),
        notJudged(rule, day(Optional.of(CLEAN), prices(5000))));
  }

  @Test
  void ruleOfAZoneLooksAtThatZone() {
    JudgedDay day = day(Optional.of(CLEAN), prices(500));
    Of south = new Of(Set.of(), Set.of("south"), Set.of());
    Of both = new Of(Set.of("da"), Set.of("south", "north"), Set.of());
    Of realTime = new Of(Set.of("rt"), Set.of(), Set.of());
    for (Of of : List.of(south, both, realTime)) {
      AnomalyRule rule =
          new AnomalyRule(
              "R", AnomalyType.PRICE_ALARM, AnomalySeverity.SEVERE, true, of, Threshold.of(100));
      assertEquals(of.equals(both), !found(rule, day).isEmpty());
    }
    AnomalyRule off =
        new AnomalyRule(
            "R", AnomalyType.PRICE_ALARM, AnomalySeverity.SEVERE, false, Of.ALL, Threshold.of(100));
    assertEquals(List.of(), found(off, day));
  }

  @Test
  void capIsOfTheRuleElseOfTheMarketElseNotJudged() {
    ResultBlock prices = prices(500);
    JudgedDay capped =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices),
            Optional.of(CLEAN),
            OptionalDouble.of(400),
            Optional.empty());
    AnomalyRule ofMarket = rule(AnomalyType.PRICE_CAP, Threshold.NONE);
    assertEquals(400, found(ofMarket, capped).get(0).threshold());
    assertEquals(List.of(), found(rule(AnomalyType.PRICE_CAP, Threshold.of(600)), capped));
    assertEquals(1, notJudged(ofMarket, day(Optional.of(CLEAN), prices)).size());
    assertEquals(
        List.of("the version has no prices"), notJudged(ofMarket, day(Optional.of(CLEAN))));
  }

  private static Flow flow(String outage, double value, boolean over) {
    return new Flow("branch", "ab", outage, 2, value, 100, "MVA", over);
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW_HEAVY, '', 79.9, false, false", "FLOW_HEAVY, '', 80, false, true",
    "FLOW_HEAVY, '', -80, false, true", "FLOW_HEAVY, '', 100, false, true",
    "FLOW_HEAVY, '', 120, true, false", "FLOW_HEAVY, cd, 90, false, false",
    "OUTAGE_HEAVY, cd, 90, false, true", "OUTAGE_HEAVY, '', 90, false, false",
    "FLOW_VIOLATED, '', 120, true, true", "FLOW_VIOLATED, '', 99, false, false",
    "FLOW_VIOLATED, cd, 120, true, false", "OUTAGE_VIOLATED, cd, 120, true, true",
    "OUTAGE_VIOLATED, '', 120, true, false", "OUTAGE_VIOLATED, cd, 90, false, false"
  })
  void flowsAreHeavyUpToTheirLimitAndViolatedBeyond(
      AnomalyType type, String outage, double value, boolean over, boolean raised) {
    boolean heavy = type.name().endsWith("HEAVY");
    AnomalyRule rule = rule(type, heavy ? Threshold.of(0.8) : Threshold.NONE);
    CaseEvidence evidence = evidence(0, List.of(), List.of(), flow(outage, value, over));
    List<Anomaly> found = found(rule, day(Optional.of(evidence)));
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(Math.abs(value) / 100, found.get(0).value(), 1e-12);
      assertEquals(heavy ? 0.8 : 1, found.get(0).threshold());
      assertEquals(outage, found.get(0).place().outage());
      assertEquals(new Periods(2, 1), found.get(0).periods());
    }
  }

  @Test
  void withoutAnAcCheckViolationsAreThoseOfTheSchedule() {
    BlockBuilder flows =
        rows(
            ResultKind.FLOWS,
            List.of("element", "outage", "constraint"),
            "flowMw",
            "limitMw",
            "overloadMw");
    flows.add(List.of("ab", "", "B-19"), 1L, -110.0, 100.0, 10.0);
    flows.add(List.of("ab", "", "B-19"), 2L, 100.0, 100.0, 0.0);
    flows.add(List.of("ab", "cd", "B-20"), 1L, 130.0, 100.0, 30.0);
    flows.add(List.of("gate", "", "B-18"), 3L, 52.0, 50.0, 2.0);
    JudgedDay day = day(Optional.empty(), flows.block());
    List<Anomaly> intact = found(rule(AnomalyType.FLOW_VIOLATED, Threshold.NONE), day);
    assertEquals(
        List.of("branch ab", "flowgate gate"),
        intact.stream().map(each -> each.place().text()).toList());
    assertEquals(1.1, intact.get(0).value(), 1e-12);
    assertEquals(new Periods(1, 1), intact.get(0).periods());
    List<Anomaly> after = found(rule(AnomalyType.OUTAGE_VIOLATED, Threshold.NONE), day);
    assertEquals("branch ab after the outage of cd", after.get(0).place().text());
    assertEquals(1, notJudged(rule(AnomalyType.FLOW_HEAVY, Threshold.of(0.8)), day).size());
  }

  @Test
  void securityTableComesBeforeTheFlowsOfTheSchedule() {
    BlockBuilder security =
        rows(ResultKind.SECURITY, List.of("kind", "element", "outage"), "value", "limit");
    security.add(List.of("BRANCH", "ab", ""), 1L, 110.0, -100.0);
    security.add(List.of("VOLTAGE", "bus", ""), 1L, 0.8, 0.9);
    security.add(List.of("FLOWGATE", "gate", "cd"), 2L, 60.0, 50.0);
    JudgedDay day = day(Optional.empty(), security.block());
    assertEquals(
        List.of("branch ab"),
        found(rule(AnomalyType.FLOW_VIOLATED, Threshold.NONE), day).stream()
            .map(each -> each.place().text())
            .toList());
    assertEquals(
        1.2, found(rule(AnomalyType.OUTAGE_VIOLATED, Threshold.NONE), day).get(0).value(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.001, '', false", "0.0011, '', true", "0.0011, 0.002, false", "0.003, 0.002, true"})
  void gapIsHeldAgainstItsTargetOrTheRule(double gap, String limit, boolean raised) {
    Threshold threshold =
        limit.isEmpty() ? Threshold.NONE : Threshold.of(Double.parseDouble(limit));
    JudgedDay day = day(Optional.of(evidence(gap, List.of(), List.of())));
    List<Anomaly> found = found(rule(AnomalyType.GAP_WIDE, threshold), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(Periods.WHOLE, found.get(0).periods());
      assertEquals(limit.isEmpty() ? 0.001 : 0.002, found.get(0).threshold());
    }
    JudgedDay none = day(Optional.of(evidence(Double.NaN, List.of(), List.of())));
    assertEquals(1, notJudged(rule(AnomalyType.GAP_WIDE, threshold), none).size());
  }

  private static ResultBlock balance(double... loadAndShed) {
    BlockBuilder rows = rows(ResultKind.BALANCE, List.of(), "loadMw", "shedMw");
    for (int t = 0; t < loadAndShed.length / 2; t++) {
      rows.add(List.of(), t + 1L, loadAndShed[2 * t], loadAndShed[2 * t + 1]);
    }
    return rows.block();
  }

  @ParameterizedTest
  @CsvSource({"100, 98.9, false", "100, 99, true", "100, 100, true", "0, 0, false"})
  void wholeLoadThatIsNotServedIsAShareOfThePeriod(double load, double shed, boolean raised) {
    JudgedDay day = day(Optional.of(CLEAN), balance(50, 0, load, shed));
    List<Anomaly> found = found(rule(AnomalyType.ALL_SHED, Threshold.of(0.99)), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(0.99 * load, found.get(0).threshold(), 1e-9);
      assertEquals(Place.SYSTEM, found.get(0).place());
    }
  }

  /** Load that is not served and output that is not taken, added up by period. */
  @Test
  void slackIsTheSumOfWhatTheCaseRelaxed() {
    List<Relaxation> relaxed =
        List.of(
            new Relaxation("B-14", "load not served at bus 1", 1, 0, 3, "MW", 1),
            new Relaxation("B-14", "generation not absorbed, system", 1, 0, 4, "MW", 1),
            new Relaxation("B-14", "load not served at bus 1", 2, 0, 5, "MW", 1),
            new Relaxation("B-19", "ab", 1, 0, 100, "MW", 1));
    JudgedDay day = day(Optional.of(evidence(0, relaxed, List.of())), balance(50, 9, 50, 9, 50, 9));
    List<Anomaly> found = found(rule(AnomalyType.BALANCE_SLACK, Threshold.of(6)), day);
    assertEquals(1, found.size());
    assertEquals(7, found.get(0).value());
    assertEquals(new Periods(2, 1), found.get(0).periods());
    List<Anomaly> unknown =
        found(
            rule(AnomalyType.BALANCE_SLACK, Threshold.of(6)),
            day(Optional.empty(), balance(50, 0, 50, 6, 50, 9)));
    assertEquals(9, unknown.get(0).value(), "by the table where nothing else is known");
    assertEquals(new Periods(3, 1), unknown.get(0).periods());
  }

  @Test
  void reserveIsShortOfItsRequirementByProduct() {
    BlockBuilder rows =
        rows(
            ResultKind.RESERVES,
            List.of("product", "unit", "requirement"),
            "requiredMw",
            "missingMw");
    rows.add(List.of("spin", "", "r"), 1L, 10.0, 1.0);
    rows.add(List.of("spin", "", "r"), 2L, 10.0, 4.0);
    rows.add(List.of("reg", "", "q"), 2L, 20.0, 5.0);
    rows.add(List.of("spin", "g1", ""), 2L, 0.0, 9.0);
    JudgedDay day = day(Optional.of(CLEAN), rows.block());
    List<Anomaly> all = found(rule(AnomalyType.RESERVE_SHORT, Threshold.of(1)), day);
    assertEquals(
        List.of("reserve spin r", "reserve reg q"),
        all.stream().map(each -> each.place().text()).toList());
    assertEquals(6, all.get(0).value(), "what there is");
    assertEquals(10, all.get(0).threshold(), "what is required");
    assertEquals(new Periods(2, 1), all.get(0).periods());
    AnomalyRule ofReg =
        new AnomalyRule(
            "R",
            AnomalyType.RESERVE_SHORT,
            AnomalySeverity.SEVERE,
            true,
            new Of(Set.of(), Set.of(), Set.of("reg")),
            Threshold.of(1));
    assertEquals(1, found(ofReg, day).size());
  }

  @ParameterizedTest
  @CsvSource({"100.01, false", "100.02, true", "-0.02, true", "-0.01, false"})
  void outputBeyondALimitByMoreThanTheTolerance(double mw, boolean raised) {
    double limit = mw < 0 ? 0 : 100;
    List<Outside> outside = List.of(new Outside("storage", "s", 3, mw, limit));
    JudgedDay day = day(Optional.of(evidence(0, List.of(), outside)));
    List<Anomaly> found = found(rule(AnomalyType.OUTPUT_LIMIT, Threshold.of(0.0101)), day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals("storage s", found.get(0).place().text());
      assertEquals(limit, found.get(0).threshold());
      assertEquals(mw, found.get(0).value());
    }
  }

  @Test
  void withoutEvidenceOutputIsHeldAgainstWhatIsAvailable() {
    BlockBuilder rows =
        rows(ResultKind.UNITS, List.of("unit", "zone", "owner"), "mw", "availableMw");
    rows.add(List.of("g", "north", "m"), 1L, 100.0, 100.0);
    rows.add(List.of("g", "north", "m"), 2L, 103.0, 100.0);
    List<Anomaly> found =
        found(
            rule(AnomalyType.OUTPUT_LIMIT, Threshold.of(0.01)),
            day(Optional.empty(), rows.block()));
    assertEquals(new Place("unit", "g", "", "north", "m"), found.get(0).place());
    assertEquals(103, found.get(0).value());
    assertEquals(new Periods(2, 1), found.get(0).periods());
  }

  /** Findings of the auditor are counted; what is not secure is told with how much of it. */
  @Test
  void clearingAsAWholeIsJudgedByItsEvidence() {
    CaseEvidence bad =
        new CaseEvidence(
            0,
            0.001,
            List.of("x", "y"),
            List.of(),
            List.of(),
            true,
            false,
            3,
            List.of(flow("", 120, true), flow("", 90, false)));
    JudgedDay day = day(Optional.of(bad));
    assertEquals(2, found(rule(AnomalyType.AUDIT_FAILED, Threshold.NONE), day).get(0).value());
    assertEquals(4, found(rule(AnomalyType.NOT_SECURE, Threshold.NONE), day).get(0).value());
    List<Relaxation> relaxed =
        List.of(
            new Relaxation("B-18", "gate", 0, 0, 1, "MW", 1),
            new Relaxation("B-14", "x", 0, 0, 1, "MW", 1));
    CaseEvidence unchecked =
        new CaseEvidence(0, 0.001, List.of(), relaxed, List.of(), false, false, 0, List.of());
    assertEquals(
        1,
        found(rule(AnomalyType.NOT_SECURE, Threshold.NONE), day(Optional.of(unchecked)))
            .get(0)
            .value());
    for (AnomalyType type :
        List.of(AnomalyType.AUDIT_FAILED, AnomalyType.NOT_SECURE, AnomalyType.GAP_WIDE)) {
      assertEquals(List.of(), found(rule(type, Threshold.NONE), day(Optional.of(CLEAN))));
      assertEquals(1, notJudged(rule(type, Threshold.NONE), day(Optional.empty())).size());
    }
  }

  @Test
  void screeningAddsFlowsAndIsAnAcCheck() {
    Flow known = flow("cd", 90, false);
    CaseEvidence before =
        new CaseEvidence(0, 0.001, List.of(), List.of(), List.of(), false, true, 1, List.of(known));
    CaseEvidence heavy = before.screened(List.of(known, flow("ef", 95, false)));
    assertEquals(2, heavy.flows().size(), "the same flow is there once");
    assertTrue(heavy.checked() && heavy.secure());
    assertEquals(1, heavy.unsolved());
    CaseEvidence over = heavy.screened(List.of(flow("gh", 120, true)));
    assertEquals(false, over.secure());
    assertEquals(false, over.screened(List.of()).secure(), "it stays not secure");
  }

  @ParameterizedTest
  @CsvSource({"false, 60, false", "false, 61, true", "true, 500, false", "false, -5, false"})
  void resultIsMissingAfterTheMinutesThatAreGranted(boolean there, long minutes, boolean raised) {
    Instant due = Instant.parse("2026-10-01T04:00:00Z");
    Optional<Anomaly> found =
        DueResults.missing(
            rule(AnomalyType.NO_RESULT, Threshold.of(60)),
            new DueResults.Due(KEY, due, there),
            due.plusSeconds(60 * minutes));
    assertEquals(raised, found.isPresent());
    found.ifPresent(
        each ->
            assertEquals(
                "R run: no result by its time (61 min after it was due, threshold 60)",
                each.text()));
  }

  /** A gap of a few ten thousandths is not 0.000 against 0.000. */
  @ParameterizedTest
  @CsvSource({
    "0.0004, 0.0001, '0.0004 u, threshold 0.0001'",
    "0.00123456, 0.001, '0.00123 u, threshold 0.001'",
    "0.025, 0, '0.025 u, threshold 0'",
    "-0.00006, 0, '-0.00006 u, threshold 0'",
    "0.85, 0.8, '0.850 u, threshold 0.800'",
    "1501, 1500.5, '1501 u, threshold 1500.500'",
    "-5, 0, '-5 u, threshold 0'"
  })
  void measuredNumbersTellWhatTheyAreHeldAgainst(double value, double threshold, String text) {
    Anomaly anomaly =
        new Anomaly(
            "R",
            AnomalyType.GAP_WIDE,
            AnomalySeverity.NOTICE,
            Place.RUN,
            Periods.WHOLE,
            value,
            threshold,
            "u");
    assertEquals(text, anomaly.measured());
  }

  @Test
  void textsNamePlaceAndPeriods() {
    assertEquals("", Periods.WHOLE.text());
    assertEquals(" in period 3", new Periods(3, 1).text());
    assertEquals(" in period 3, the worst of 7", new Periods(3, 7).text());
    assertEquals("system", Place.SYSTEM.text());
    assertEquals("run", Place.RUN.text());
    assertEquals(
        "branch ab after the outage of cd", new Place("branch", "ab", "cd", "", "").text());
    assertEquals("X is not judged: y", new Evaluation.NotJudged("X", "y").text());
  }

  @Test
  void gravestComesFirstThenTheOrderOfTheRules() {
    List<AnomalyRule> rules = new ArrayList<>();
    for (String id : List.of("notice", "severe", "warning", "severe2")) {
      AnomalySeverity severity =
          AnomalySeverity.valueOf(id.replace("2", "").toUpperCase(Locale.ROOT));
      rules.add(
          new AnomalyRule(id, AnomalyType.PRICE_ALARM, severity, true, Of.ALL, Threshold.of(100)));
    }
    Evaluation all =
        AnomalyEvaluator.evaluate(new AnomalyRules(rules), day(Optional.of(CLEAN), prices(500)));
    assertEquals(
        List.of("severe", "severe2", "warning", "notice"),
        all.anomalies().stream().map(Anomaly::rule).toList());
    assertEquals(2, all.count(AnomalySeverity.SEVERE));
    assertEquals(1, all.count(AnomalySeverity.NOTICE));
  }

  private static AnomalyRules read(String rule) {
    return AnomalyRulesReader.read(
        "{rules: [{%s}]}".formatted(rule).getBytes(StandardCharsets.UTF_8), "test");
  }

  /** Each type asks for its own threshold, and what it does not look at is refused. */
  @ParameterizedTest
  @EnumSource(AnomalyType.class)
  void typesTakeTheirThresholdAndNothingElse(AnomalyType type) {
    String head = "id: A, type: %s, severity: notice".formatted(type.label());
    String rise = type == AnomalyType.PRICE_RISE ? ", leastYuanPerMwh: 5" : "";
    boolean takes = !type.field().isEmpty();
    String full = takes ? head + ", %s: 0.5%s".formatted(type.field(), rise) : head;
    AnomalyRule read = read(full).rules().get(0);
    assertEquals(takes ? OptionalDouble.of(0.5) : OptionalDouble.empty(), read.threshold().limit());
    assertEquals(rise.isEmpty() ? 0 : 5, read.threshold().least());
    assertEquals(read(full), AnomalyRulesReader.read(AnomalyRulesReader.write(read(full)), "x"));
    assertThrows(InvalidInputException.class, () -> read(full + ", other: 1"));
    assertEquals(
        type.name().startsWith("PRICE"), reads(full + ", zones: [north]"), "zones of prices");
    assertEquals(
        type == AnomalyType.RESERVE_SHORT, reads(full + ", products: [spin]"), "of reserve");
    assertEquals(true, reads(full + ", markets: [da, lt-ruc], inEffect: false"));
  }

  private static boolean reads(String rule) {
    try {
      read(rule);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: price-alarm, yuanPerMwh: -5", "type: price-negative, yuanPerMwh: -5",
        "type: no-result, minutes: -5", "type: flow-heavy, share: 0"
      })
  void thresholdsThatMayBeNegativeAre(String rule) {
    assertTrue(reads("id: A, severity: notice, " + rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: flow-heavy, share: -0.1",
        "type: output-limit, mw: -1",
        "type: price-rise, share: -0.1, leastYuanPerMwh: 0",
        "type: price-rise, share: 0.1, leastYuanPerMwh: -1",
        "type: price-rise, share: 0.1",
        "type: price-alarm",
        "type: price-alarm, yuanPerMwh: 1, markets: [spot]"
      })
  void thresholdsThatCannotBeAreRefused(String rule) {
    assertEquals(false, reads("id: A, severity: notice, " + rule));
  }
}
