package org.gridclear.market.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.Step;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules at their limits: what lies on one keeps it, what lies a hair beyond breaks it. */
// Rows: A-19
class CheckLimitsTest {
  private static final Instant DAY = Instant.parse("2026-09-30T16:00:00Z");

  private static SeriesSet set(
      SeriesKind kind, int day, String known, Map<String, List<String>> columns) {
    TreeMap<String, DecimalColumn> values = new TreeMap<>();
    columns.forEach(
        (subject, texts) -> {
          List<Optional<BigDecimal>> column = new ArrayList<>();
          texts.forEach(
              text ->
                  column.add(
                      text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text))));
          values.put(subject, DecimalColumn.of(column));
        });
    return new SeriesSet(
        kind,
        "EMS",
        Instant.parse(known),
        "Asia/Shanghai",
        Step.minutes(60),
        DAY.plusSeconds(86_400L * day),
        values);
  }

  private static SeriesSet set(SeriesKind kind, int day, Map<String, List<String>> columns) {
    return set(kind, day, "2026-09-29T00:00:00Z", columns);
  }

  private static List<CheckFinding> found(
      CheckType type,
      CheckRule.Threshold threshold,
      SeriesSet set,
      Double capacityMw,
      SeriesSet... known) {
    CheckRule rule = new CheckRule("R", type, List.of(set.kind()), Severity.ERROR, true, threshold);
    return new SeriesChecks(
            new CheckSet(List.of(rule), Set.of()),
            (kind, from, to) ->
                List.of(known).stream().filter(each -> each.kind() == kind).toList(),
            capacityMw == null ? OptionalDouble.empty() : OptionalDouble.of(capacityMw))
        .of(set);
  }

  private static SeriesSet load(String... values) {
    return set(SeriesKind.LOAD_FORECAST_SHORT, 0, Map.of("system", List.of(values)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 0", "-0.001, 1", "10.001, 1", "5, 0"})
  void aRangeHasItsEnds(String value, int findings) {
    assertEquals(
        findings,
        found(CheckType.RANGE, CheckRule.Threshold.range(0, 10), load(value), null).size());
  }

  @ParameterizedTest
  @CsvSource({"60, 0", "59.9, 1", "140, 0", "166, 0", "167, 1"})
  void aJumpIsMeasuredByTheGreatestValueOfTheCurve(String next, int findings) {
    // 40 % of 100, or of the next where that is greater: 166 − 100 = 66 ≤ 66.4, 67 > 66.8.
    assertEquals(
        findings,
        found(CheckType.JUMP, CheckRule.Threshold.share(0.4), load("100", next), null).size());
  }

  @Test
  void aJumpOverAMissingValueIsNone() {
    assertEquals(
        0,
        found(CheckType.JUMP, CheckRule.Threshold.share(0.4), load("100", "", "1"), null).size());
  }

  @Test
  void theFirstOfSeveralBreachesIsToldWithTheirCount() {
    List<CheckFinding> findings =
        found(
            CheckType.RANGE,
            CheckRule.Threshold.range(0, 10),
            load("1", "11", "2", "12", "13"),
            null);
    assertEquals(1, findings.size());
    assertEquals("11 (and 2 more)", findings.get(0).value());
    assertTrue(findings.get(0).time().contains("01:00"), findings.get(0).time());
    assertEquals("system", findings.get(0).subject());
    assertEquals("Give 0 to 10.", findings.get(0).advice());
  }

  @ParameterizedTest
  @CsvSource({"150, 0", "150.1, 1", "50, 0", "49.9, 1"})
  void historyIsTheMeanOfTheDaysThatAreKnown(String value, int findings) {
    // 80 and 120 actual: a mean of 100; the day with nothing does not count as 0.
    SeriesSet first = set(SeriesKind.LOAD_ACTUAL, -1, Map.of("system", List.of("80")));
    SeriesSet second = set(SeriesKind.LOAD_ACTUAL, -2, Map.of("system", List.of("120")));
    assertEquals(
        findings,
        found(
                CheckType.HISTORY,
                CheckRule.Threshold.share(0.5, 7),
                load(value),
                null,
                first,
                second)
            .size());
    assertEquals(
        0,
        found(CheckType.HISTORY, CheckRule.Threshold.share(0.5, 7), load("1e6"), null).size(),
        "without a history there is nothing to hold it against");
  }

  @Test
  void historyOfOneDayDoesNotLookFurtherBack() {
    SeriesSet second = set(SeriesKind.LOAD_ACTUAL, -2, Map.of("system", List.of("120")));
    assertEquals(
        0,
        found(CheckType.HISTORY, CheckRule.Threshold.share(0.1, 1), load("500"), null, second)
            .size());
    assertEquals(
        1,
        found(CheckType.HISTORY, CheckRule.Threshold.share(0.1, 2), load("500"), null, second)
            .size());
  }

  @ParameterizedTest
  @CsvSource({"1, 2.0, 1", "1.00, 2, 1", "1, 2.1, 0", "1, '', 0"})
  void aRepeatedDeliveryHasEqualNumbersHoweverTheyAreWritten(
      String first, String second, int findings) {
    SeriesSet before =
        set(SeriesKind.LOAD_FORECAST_SHORT, -1, Map.of("system", List.of("1.0", "2")));
    assertEquals(
        findings,
        found(
                CheckType.REPEATED,
                CheckRule.Threshold.share(0, 1),
                load(first, second),
                null,
                before)
            .size());
  }

  @Test
  void aFlatDeliveryIsNotCalledARepetition() {
    SeriesSet before = set(SeriesKind.LOAD_FORECAST_SHORT, -1, Map.of("system", List.of("5", "5")));
    assertEquals(
        0,
        found(CheckType.REPEATED, CheckRule.Threshold.share(0, 1), load("5", "5"), null, before)
            .size());
  }

  @Test
  void capacityCountsWhereItIsKnown() {
    CheckRule.Threshold half = CheckRule.Threshold.share(1.5);
    assertEquals(0, found(CheckType.CAPACITY, half, load("150"), 100.0).size());
    assertEquals(1, found(CheckType.CAPACITY, half, load("150.1"), 100.0).size());
    assertEquals(0, found(CheckType.CAPACITY, half, load("1e9"), null).size());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5, 0", "0.5, 0.51, 0", "0.5, 0.49, 0", "0.5, 0.5101, 1", "0.5, '', 0"})
  void factorsAddUpToOne(String a, String b, int findings) {
    SeriesSet factors = set(SeriesKind.BUS_FACTOR, 0, Map.of("a", List.of(a), "b", List.of(b)));
    assertEquals(
        findings,
        found(CheckType.FACTOR_SUM, CheckRule.Threshold.share(0.01), factors, null).size());
  }

  private static SeriesSet buses(String... ofEach) {
    return set(SeriesKind.BUS_LOAD_FORECAST, 0, Map.of("a", List.of(ofEach), "b", List.of(ofEach)));
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "50.5, 0", "49.5, 0", "50.51, 1", "49.4, 1"})
  void busesAddUpToTheSystem(String each, int findings) {
    assertEquals(
        findings,
        found(CheckType.BUS_SUM, CheckRule.Threshold.share(0.01), buses(each), null, load("100"))
            .size());
  }

  /** The ultra-short forecast goes an hour; from then on the short one counts. */
  @Test
  void busesAreHeldAgainstTheSystemAsFarAsAnyForecastGoes() {
    SeriesSet near = set(SeriesKind.LOAD_FORECAST_ULTRA_SHORT, 0, Map.of("system", List.of("100")));
    SeriesSet day = load("999", "100", "100");
    List<CheckFinding> findings =
        found(
            CheckType.BUS_SUM,
            CheckRule.Threshold.share(0.01),
            buses("50", "50", "70"),
            null,
            near,
            day);
    assertEquals(1, findings.size(), findings.toString());
    assertEquals("sum 140, and the whole 100", findings.get(0).value());
    assertTrue(findings.get(0).time().contains("02:00"), findings.get(0).time());
    SeriesSet hole = load("", "100");
    assertEquals(
        1,
        found(CheckType.BUS_SUM, CheckRule.Threshold.share(0.01), buses("50", "70"), null, hole)
            .size(),
        "a first step without a forecast hides no later one");
  }

  @Test
  void aMissingValueIsToldByStepAndASumWithoutItIsNotMade() {
    List<CheckFinding> findings =
        found(CheckType.WHOLE, CheckRule.Threshold.NONE, load("1", "", ""), null);
    assertEquals(1, findings.size());
    assertEquals("absent (and 1 more)", findings.get(0).value());
    SeriesSet half =
        set(SeriesKind.BUS_LOAD_FORECAST, 0, Map.of("a", List.of("50"), "b", List.of("")));
    assertEquals(
        0,
        found(CheckType.BUS_SUM, CheckRule.Threshold.share(0.01), half, null, load("999")).size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T15:00:00Z, 0",
    "2026-09-30T15:00:01Z, 1",
    "2026-09-29T00:00:00Z, 0",
  })
  void timelyIsSoLongBeforeTheFirstStep(String known, int findings) {
    SeriesSet set = set(SeriesKind.LOAD_FORECAST_SHORT, 0, known, Map.of("system", List.of("1")));
    assertEquals(
        findings, found(CheckType.TIMELY, CheckRule.Threshold.minutes(60), set, null).size());
  }

  private static List<Issue> refused(String rule) {
    return assertThrows(
            InvalidInputException.class,
            () ->
                CheckSetReader.read(
                    ("rules:\n- {id: r, kinds: [load-forecast-short], " + rule + "}\n")
                        .getBytes(StandardCharsets.UTF_8),
                    "checks"))
        .issues();
  }

  /** What nothing could break, or everything would, is no rule. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: range, min: 5, max: 4 | min",
        "type: jump, limit: -0.1 | limit",
        "type: capacity, limit: -1 | limit",
        "type: history, limit: 0.1, days: 0 | days",
        "type: history, limit: -1, days: 7 | limit",
        "type: shifted, limit: 0.1, days: -3 | days",
        "type: repeated, days: 0 | days",
        "type: jump, limit: 0.1, days: 3 | days",
        "type: whole, limit: 0.1 | limit",
        "type: jump | limit",
        "type: timely | minutes",
        "type: jumps, limit: 1 | type",
        "type: jump, limit: 1, severity: fatal | severity",
      })
  void aLimitThatCannotBeMeantIsRefusedByItsName(String rule, String field) {
    List<Issue> issues = refused(rule);
    assertTrue(issues.stream().anyMatch(issue -> issue.field().equals(field)), issues.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: range, min: 4, max: 4",
        "type: range",
        "type: jump, limit: 0",
        "type: repeated, days: 1",
        "type: timely, minutes: 0",
      })
  void aLimitAtItsEndIsTakenAndWrittenAsItIsRead(String rule) {
    byte[] text =
        ("rules:\n- {id: r, kinds: [load-forecast-short], inEffect: false, " + rule + "}\n")
            .getBytes(StandardCharsets.UTF_8);
    CheckSet read = CheckSetReader.read(text, "checks");
    assertEquals(1, read.rules().size());
    assertEquals(Severity.WARNING, read.rules().get(0).severity());
    assertEquals(read, CheckSetReader.read(CheckSetReader.write(read), "checks"));
    assertEquals(Collections.emptyList(), read.of(SeriesKind.LOAD_FORECAST_SHORT));
    assertEquals(1, switched(read).of(SeriesKind.LOAD_FORECAST_SHORT).size());
    assertEquals(0, switched(read).of(SeriesKind.LOAD_ACTUAL).size());
  }

  private static CheckSet switched(CheckSet set) {
    return new CheckSet(set.rules().stream().map(rule -> rule.switched(true)).toList(), set.off());
  }
}
