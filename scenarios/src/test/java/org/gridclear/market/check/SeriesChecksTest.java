package org.gridclear.market.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.Step;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of rule has a delivery that breaks it and one that does not. */
// Rows: A-19, O-17
class SeriesChecksTest {
  private static final Instant DAY = Instant.parse("2026-09-30T16:00:00Z");
  private static final int HOURS = 24;

  /** A curve with a valley at night and a peak at 19:00, a little other every day. */
  private static double load(int hour, int day) {
    return 1000 - 400 * Math.cos((hour - 7) * Math.PI / 12) + day;
  }

  private static SeriesSet set(
      SeriesKind kind, int day, Instant knownAt, Map<String, IntToDoubleFunction> columns) {
    TreeMap<String, DecimalColumn> values = new TreeMap<>();
    columns.forEach(
        (subject, value) -> {
          List<Optional<BigDecimal>> column = new ArrayList<>();
          for (int h = 0; h < HOURS; h++) {
            double number = value.applyAsDouble(h);
            column.add(
                Double.isNaN(number)
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(Math.round(number * 1e6), 6)));
          }
          values.put(subject, DecimalColumn.of(column));
        });
    return new SeriesSet(
        kind,
        "EMS",
        knownAt,
        "Asia/Shanghai",
        Step.minutes(60),
        DAY.plusSeconds(86_400L * day),
        values);
  }

  private static SeriesSet system(SeriesKind kind, int day, IntToDoubleFunction value) {
    return set(kind, day, DAY.plusSeconds(86_400L * day - 50_000), Map.of("system", value));
  }

  private static SeriesSet forecast(IntToDoubleFunction value) {
    return system(SeriesKind.LOAD_FORECAST_SHORT, 0, value);
  }

  private static SeriesSet parts(SeriesKind kind, double a, double b) {
    return set(
        kind,
        0,
        DAY.minusSeconds(50_000),
        Map.of("a", h -> a * load(h, 0), "b", h -> b * load(h, 0)));
  }

  private static final List<SeriesSet> KNOWN =
      List.of(
          system(SeriesKind.LOAD_ACTUAL, -1, h -> load(h, -1)),
          system(SeriesKind.LOAD_ACTUAL, -2, h -> load(h, -2)),
          system(SeriesKind.LOAD_FORECAST_SHORT, -1, h -> load(h, -1) + 5),
          system(SeriesKind.LOAD_FORECAST_SHORT, 0, h -> load(h, 0)),
          system(SeriesKind.RENEWABLE_FORECAST_TOTAL, 0, h -> load(h, 0)));

  private record Pair(SeriesSet breaking, SeriesSet keeping) {}

  private static final Map<CheckType, Pair> CASES = new EnumMap<>(CheckType.class);

  static {
    SeriesSet good = forecast(h -> load(h, 1));
    CASES.put(CheckType.RANGE, new Pair(forecast(h -> h == 7 ? -1 : load(h, 1)), good));
    CASES.put(CheckType.JUMP, new Pair(forecast(h -> h == 7 ? 10 : load(h, 1)), good));
    // Values in kW for MW.
    CASES.put(CheckType.HISTORY, new Pair(forecast(h -> 1000 * load(h, 1)), good));
    // Hours of UTC written as hours of the market, 8 h off.
    CASES.put(CheckType.SHIFTED, new Pair(forecast(h -> load(h + 8, 1)), good));
    CASES.put(CheckType.REPEATED, new Pair(forecast(h -> load(h, -1) + 5), good));
    CASES.put(CheckType.CAPACITY, new Pair(forecast(h -> 1000 * load(h, 1)), good));
    CASES.put(
        CheckType.FACTOR_SUM,
        new Pair(
            set(SeriesKind.BUS_FACTOR, 0, DAY, Map.of("a", h -> 0.5, "b", h -> 0.48)),
            set(SeriesKind.BUS_FACTOR, 0, DAY, Map.of("a", h -> 0.5, "b", h -> 0.5))));
    CASES.put(
        CheckType.BUS_SUM,
        new Pair(
            parts(SeriesKind.BUS_LOAD_FORECAST, 0.5, 0.4),
            parts(SeriesKind.BUS_LOAD_FORECAST, 0.5, 0.5)));
    CASES.put(
        CheckType.ZONE_SUM,
        new Pair(
            parts(SeriesKind.ZONE_LOAD_FORECAST, 0.5, 0.55),
            parts(SeriesKind.ZONE_LOAD_FORECAST, 0.5, 0.51)));
    CASES.put(
        CheckType.MEMBER_SUM,
        new Pair(
            parts(SeriesKind.RENEWABLE_FORECAST, 0.5, 0.3),
            parts(SeriesKind.RENEWABLE_FORECAST, 0.7, 0.3)));
    CASES.put(CheckType.WHOLE, new Pair(forecast(h -> h == 19 ? Double.NaN : load(h, 1)), good));
    CASES.put(
        CheckType.TIMELY,
        new Pair(
            set(
                SeriesKind.LOAD_FORECAST_SHORT,
                0,
                DAY.minusSeconds(60),
                Map.of("system", h -> load(h, 1))),
            good));
  }

  private static List<CheckFinding> check(CheckSet rules, SeriesSet set) {
    return new SeriesChecks(
            rules,
            (kind, from, to) ->
                KNOWN.stream()
                    .filter(each -> each.kind() == kind)
                    .filter(each -> each.from().isBefore(to) && from.isBefore(each.to()))
                    .toList(),
            OptionalDouble.of(2000))
        .of(set);
  }

  private static Set<CheckType> broken(CheckSet rules, SeriesSet set) {
    Set<CheckType> types = new HashSet<>();
    for (CheckFinding finding : check(rules, set)) {
      rules.rules().stream()
          .filter(rule -> rule.id().equals(finding.rule()))
          .forEach(rule -> types.add(rule.type()));
    }
    return types;
  }

  @ParameterizedTest
  @EnumSource(CheckType.class)
  void everyTypeHasADeliveryThatBreaksItAndOneThatDoesNot(CheckType type) {
    Pair pair = CASES.get(type);
    assertTrue(pair != null, () -> "no case for " + type);
    assertTrue(broken(CheckSet.STANDARD, pair.breaking()).contains(type), type.name());
    assertEquals(Set.of(), broken(CheckSet.STANDARD, pair.keeping()), type.name());
  }

  /** A rule that is added without a delivery that breaks it fails here. */
  @Test
  void everyStandardRuleIsBrokenByADelivery() {
    List<SeriesSet> breaking = new ArrayList<>();
    CASES.values().forEach(pair -> breaking.add(pair.breaking()));
    breaking.add(set(SeriesKind.BUS_FACTOR, 0, DAY, Map.of("a", h -> 1.5, "b", h -> -0.5)));
    breaking.add(set(SeriesKind.BRANCH_LIMIT, 0, DAY, Map.of("l", h -> -1)));
    Set<String> found = new HashSet<>();
    breaking.forEach(
        set -> check(CheckSet.STANDARD, set).forEach(finding -> found.add(finding.rule())));
    assertEquals(
        CheckSet.STANDARD.rules().stream()
            .map(CheckRule::id)
            .collect(java.util.stream.Collectors.toSet()),
        found);
  }

  @ParameterizedTest
  @EnumSource(CheckType.class)
  void whatIsOutOfEffectFindsNothing(CheckType type) {
    CheckSet off =
        new CheckSet(
            CheckSet.STANDARD.rules().stream()
                .map(rule -> rule.switched(rule.type() != type))
                .toList(),
            Set.of());
    assertTrue(!broken(off, CASES.get(type).breaking()).contains(type), type.name());
  }

  @Test
  void aFindingTellsPlaceValueRuleAndAdvice() {
    List<CheckFinding> findings = check(CheckSet.STANDARD, CASES.get(CheckType.WHOLE).breaking());
    assertEquals(
        "WARNING LOAD-WHOLE load-forecast-short system at 2026-10-01 19:00: absent; rule: every"
            + " step has a value. A case of this time is refused.",
        findings.get(0).line());
    String shifted =
        check(CheckSet.STANDARD, CASES.get(CheckType.SHIFTED).breaking()).stream()
            .filter(finding -> finding.rule().equals("LOAD-SHIFTED"))
            .map(CheckFinding::line)
            .findFirst()
            .orElseThrow();
    assertTrue(shifted.contains("moved by +480 min"), shifted);
  }

  @Test
  void rulesAreReadAsTheyAreWritten() {
    byte[] written = CheckSetReader.write(CheckSet.STANDARD);
    assertEquals(CheckSet.STANDARD, CheckSetReader.read(written, "checks"));
    CheckSet own =
        CheckSetReader.read(
            """
            rules:
            - {id: MY-JUMP, type: jump, kinds: [load-actual], limit: 0.2, severity: error}
            off: [NET-06]
            """
                .getBytes(StandardCharsets.UTF_8),
            "checks.yaml");
    assertEquals(0.2, own.rules().get(0).threshold().limit());
    assertEquals(Set.of("NET-06"), own.off());
  }

  @Test
  void aRuleThatCannotBeIsRefusedByName() {
    String said =
        assertThrows(
                InvalidInputException.class,
                () ->
                    CheckSetReader.read(
                        """
                        rules:
                        - {id: A, type: jump, kinds: [load-actul], limit: 0.2}
                        - {id: B, type: jump, kinds: [load-actual], limit: 0.2, days: 3}
                        - {id: C, type: leap, kinds: [load-actual]}
                        - {id: D, type: jump, kinds: [load-actual]}
                        off: [NET-02, NET-99]
                        """
                            .getBytes(StandardCharsets.UTF_8),
                        "checks.yaml"))
            .getMessage();
    for (String part :
        List.of("load-actual", "rule B, days", "leap", "rule D, limit", "NET-02", "NET-99")) {
      assertTrue(said.contains(part), part + " in " + said);
    }
  }
}
