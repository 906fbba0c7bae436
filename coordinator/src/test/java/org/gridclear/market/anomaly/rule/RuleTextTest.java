package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.anomaly.rule.CaseEvidence.Flow;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as they are written, and anomalies as they are told. */
// Rows: I-01, I-02
class RuleTextTest extends JudgedDays {
  private static AnomalyRules read(String rule) {
    return AnomalyRulesReader.read(
        "{rules: [{%s}]}".formatted(rule).getBytes(StandardCharsets.UTF_8), "test");
  }

  private static boolean reads(String rule) {
    try {
      read(rule);
      return true;
    } catch (InvalidInputException e) {
      return false;
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
