package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of anomalies are written as they are read; each type has its own fields and no others. */
// Rows: I-01, I-02, I-03, I-04
class AnomalyRulesTextTest {
  private static AnomalyRules read(String rules) {
    return AnomalyRulesReader.read(
        "{rules: [%s]}".formatted(rules).getBytes(StandardCharsets.UTF_8), "test");
  }

  private static String refused(String rules) {
    return String.join(
        ", ",
        assertThrows(InvalidInputException.class, () -> read(rules)).issues().stream()
            .map(issue -> "%s %s %s".formatted(issue.rule().id(), issue.field(), issue.value()))
            .toList());
  }

  private static Set<String> some(Random random, String... words) {
    Set<String> some = new TreeSet<>();
    for (String word : words) {
      if (random.nextBoolean()) {
        some.add(word);
      }
    }
    return some;
  }

  private static AnomalyRule rule(Random random, int number) {
    AnomalyType type = AnomalyType.values()[random.nextInt(AnomalyType.values().length)];
    boolean limited =
        type.limit() == AnomalyType.Limit.REQUIRED
            || type.limit() == AnomalyType.Limit.OPTIONAL && random.nextBoolean();
    double limit = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 1000;
    double least = type == AnomalyType.PRICE_RISE ? random.nextInt(100) / 3.0 : 0;
    return new AnomalyRule(
        "R-" + number,
        type,
        AnomalySeverity.values()[random.nextInt(3)],
        random.nextBoolean(),
        new Of(
            some(random, "da", "id", "rt", "lt-ruc"),
            type.isPrice() ? some(random, "north", "南") : Set.of(),
            type == AnomalyType.RESERVE_SHORT ? some(random, "spin", "agc up") : Set.of()),
        limited ? new Threshold(OptionalDouble.of(limit), least) : Threshold.NONE);
  }

  @Test
  void whatIsWrittenIsReadAgainAndWrittenAlike() {
    Random random = new Random(12);
    for (int k = 0; k < 300; k++) {
      List<AnomalyRule> rules = new ArrayList<>();
      for (int r = 0; r <= random.nextInt(6); r++) {
        rules.add(rule(random, r));
      }
      byte[] text = AnomalyRulesReader.write(new AnomalyRules(rules));
      AnomalyRules again = AnomalyRulesReader.read(text, "test");
      assertEquals(rules, again.rules());
      assertArrayEquals(text, AnomalyRulesReader.write(again));
    }
  }

  /** A field of another type would change nothing, and is refused. */
  @ParameterizedTest
  @EnumSource(AnomalyType.class)
  void everyTypeRefusesTheFieldsOfOthers(AnomalyType type) {
    String own =
        type.limit() == AnomalyType.Limit.REQUIRED
            ? ", %s: 1%s"
                .formatted(
                    type.field(), type == AnomalyType.PRICE_RISE ? ", leastYuanPerMwh: 1" : "")
            : "";
    String head = "id: R, type: %s, severity: notice%s".formatted(type.label(), own);
    assertEquals(type, read("{" + head + "}").rules().get(0).type());
    for (String field : List.of("yuanPerMwh", "share", "mw", "minutes", "leastYuanPerMwh")) {
      boolean allowed = head.contains(field + ":") || field.equals(type.field());
      if (!allowed) {
        assertEquals("FMT-03 %s 1".formatted(field), refused("{%s, %s: 1}".formatted(head, field)));
      }
    }
    for (String field : List.of("zones", "products")) {
      boolean allowed = field.equals("zones") ? type.isPrice() : type == AnomalyType.RESERVE_SHORT;
      String rule = "{%s, %s: [x]}".formatted(head, field);
      assertEquals(allowed ? "read" : "FMT-03 %s [\"x\"]".formatted(field), readOrRefused(rule));
    }
  }

  private static String readOrRefused(String rule) {
    try {
      return read(rule).rules().isEmpty() ? "empty" : "read";
    } catch (InvalidInputException e) {
      return refused(rule);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: price-alarm, severity: severe|FMT-04 yuanPerMwh absent",
        "type: price-alarm, severity: severe, yuanPerMwh: -5|",
        "type: price-negative, severity: notice, yuanPerMwh: -100|",
        "type: price-alarm, severity: severe, yuanPerMwh: \"Infinity\"|FMT-07 yuanPerMwh Infinity",
        "type: price-alarm, severity: severe, yuanPerMwh: \"NaN\"|FMT-07 yuanPerMwh NaN",
        "type: price-alarm, severity: severe, yuanPerMwh: high|FMT-05 yuanPerMwh \"high\"",
        "type: output-limit, severity: severe, mw: 0|",
        "type: output-limit, severity: severe, mw: -0.1|MKT-08 mw -0.1",
        "type: no-result, severity: severe, minutes: -5|",
        "type: price-rise, severity: severe, share: 0.5|FMT-04 leastYuanPerMwh absent",
        "type: price-rise, severity: severe, share: -1, leastYuanPerMwh: -2|"
            + "MKT-08 share -1.0, MKT-08 leastYuanPerMwh -2.0",
        "type: gap-wide, severity: notice, share: -0.1|MKT-08 share -0.1",
        "type: gap-wide, severity: notice|",
        "severity: notice|FMT-04 type absent",
        "type: audit-failed|FMT-04 severity absent",
        "type: audit-failed, severity: notice, markets: [da, dah, rta]|"
            + "NET-02 markets dah, NET-02 markets rta"
      })
  void thresholdsThatAreNoneAreRefusedByName(String fields, String issues) {
    String rule = "{id: R, %s}".formatted(fields);
    assertEquals(issues == null ? "read" : issues, readOrRefused(rule));
  }

  @Test
  void anIdIsGivenOnceAndTheRuleOutOfEffectIsKept() {
    String one = "{id: R, type: audit-failed, severity: notice, inEffect: false}";
    assertEquals(false, read(one).rules().get(0).inEffect());
    assertEquals("NET-01 id R", refused(one + ", " + one));
  }
}
