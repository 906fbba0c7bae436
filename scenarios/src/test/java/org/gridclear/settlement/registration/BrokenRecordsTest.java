package org.gridclear.settlement.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One field of one record is broken at a time: place, field, value, rule and advice say it. */
// Rows: O-02, O-17
class BrokenRecordsTest {
  private static final ArrayNode MARKET =
      (ArrayNode) Json.MAPPER.readTree("[" + SmallMarket.RECORDS + "]");

  /** Fields that name another record by its id. */
  private static final Set<String> REFERENCES =
      Set.of(
          "member",
          "pricePoint",
          "tariff",
          "grid",
          "retailer",
          "user",
          "meter",
          "entity",
          "seller",
          "buyer",
          "source",
          "sink",
          "thing",
          "zone",
          "belongsTo");

  /** Fields of a few words each. */
  private static final Set<String> CHOICES =
      Set.of("stage", "loadType", "event", "form", "settled", "market", "scope", "of");

  private static final Set<String> LISTS =
      Set.of("shareholders", "buses", "monthWeights", "dayWeights");

  private static final Map<String, List<String>> BROKEN =
      Map.of(
          "number",
          List.of(
              "\"zz\" FMT-05",
              "\"NaN\" FMT-05",
              "0.0000000001 FMT-05",
              "1e30 SET-05",
              "-1e30 SET-05",
              "true FMT-05",
              "{} FMT-05",
              "[1,1] FMT-05"),
          "date",
          List.of(
              "\"2026-02-30\" FMT-05",
              "\"1.1.2026\" FMT-05",
              "20260101 FMT-05",
              "\"1899-12-31\" REG-02",
              "\"2200-01-01\" REG-02",
              "true FMT-05",
              "[\"2026-01-01\",\"2026-01-01\"] FMT-05"),
          "reference",
          List.of("\"nobody\" REG-07", "7 REG-07", "{} FMT-05", "[\"a\",\"b\"] FMT-05"),
          "choice",
          List.of("\"zz\" FMT-05", "1 FMT-05", "false FMT-05", "[\"da\",\"rt\"] FMT-05"),
          "list",
          List.of("{} FMT-05", "true FMT-05", "[\"\",\"\"] REG-01", "[\"a;b\"] REG-01"),
          "id",
          List.of("\"a;b\" REG-01", "\"a/b\" REG-01", "\"a,b\" REG-01", "\"\" FMT-04"),
          "text",
          List.of("{} FMT-05", "true FMT-05", "\"a\\nb\" FMT-05", "[\"a\",\"b\"] FMT-05"));

  private static String kind(String name, JsonNode value) {
    if (LISTS.contains(name)) {
      return "list";
    } else if (REFERENCES.contains(name)) {
      return "reference";
    } else if (CHOICES.contains(name)) {
      return "choice";
    } else if (name.equals("id")) {
      return "id";
    } else if (value.isNumber()) {
      return "number";
    }
    return value.asString().matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : "text";
  }

  static Stream<Arguments> fields() {
    List<Arguments> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int r = 0; r < MARKET.size(); r++) {
      String of = MARKET.get(r).get("kind").asString();
      for (Map.Entry<String, JsonNode> field : MARKET.get(r).properties()) {
        if (!field.getKey().equals("kind") && seen.add(of + "." + field.getKey())) {
          for (String broken : BROKEN.get(kind(field.getKey(), field.getValue()))) {
            int cut = broken.lastIndexOf(' ');
            fields.add(
                Arguments.of(
                    of, r, field.getKey(), broken.substring(0, cut), broken.substring(cut + 1)));
          }
        }
      }
    }
    return fields.stream();
  }

  /** What the market with this document says. */
  private static List<Issue> issues(String records) {
    try {
      byte[] document =
          "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": %s}"
              .formatted(records)
              .getBytes(StandardCharsets.UTF_8);
      return judged(ChangeReader.json("changes.json", document));
    } catch (InvalidInputException e) {
      return e.issues();
    }
  }

  private static List<Issue> judged(List<Change> changes) {
    return new RegistryRules(RegistryLimits.STANDARD)
        .judge("changes.json", RegistryState.EMPTY, changes, LocalDate.of(2026, 1, 1))
        .issues();
  }

  private static String with(int record, String name, String value) {
    ArrayNode copy = MARKET.deepCopy();
    copy.set(record, broken(record, name, value));
    return copy.toString();
  }

  private static JsonNode broken(int record, String name, String value) {
    ObjectNode copy = (ObjectNode) MARKET.get(record).deepCopy();
    return copy.set(name, Json.MAPPER.readTree(value));
  }

  /** What a field alone breaks is said of its record alone; what it names is looked for in all. */
  @ParameterizedTest
  @MethodSource("fields")
  void aBrokenFieldIsRefusedByItsPlace(String of, int r, String name, String value, String rule) {
    boolean alone = !rule.equals("REG-07");
    List<Issue> issues = issues(alone ? "[" + broken(r, name, value) + "]" : with(r, name, value));
    Issue issue =
        issues.stream()
            .filter(each -> each.field().equals(name) && each.rule().id().equals(rule))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not said: " + issues));
    assertEquals(Severity.ERROR, issue.rule().severity());
    String id = MARKET.get(r).get("id").asString();
    assertTrue(
        issue.element().contains("records[%d]".formatted(alone ? 0 : r))
            || issue.element().contains(id),
        issue::line);
    assertFalse(issue.advice().isBlank());
  }

  /** A list of one is the value itself; so it was always, and nothing is lost. */
  @Test
  void aListOfOneIsItsValue() {
    assertEquals(List.of(), issues(with(0, "name", "[\"North Power\"]")));
  }

  @ParameterizedTest
  @CsvSource({
    "relation, sign, 0, SET-05, sign",
    "meter-event, lastReading, 10000, REG-17, lastReading",
    "meter-event, firstReading, 10000.0001, REG-17, firstReading",
    "meter-event, time, '\"24:00\"', REG-17, time",
    "meter-event, to, '\"2026-05-02\"', REG-17, to",
    "meter-event, firstReading, null, REG-17, lastReading",
    "meter-event, meter, '\"M2\"', REG-17, meter",
    "tariff, yuanPerMwh, -0.001, SET-05, yuanPerMwh",
    "unit, minimumMw, 300.0001, REG-14, minimumMw",
    "contract, buyer, '\"T1\"', REG-21, buyer",
    "contract, yuanPerMwh, null, REG-21, yuanPerMwh",
    "contract, to, null, REG-21, to",
    "contract, 'dayWeights', '[1,2]', REG-21, dayWeights",
    "right, mw, -1, SET-05, mw",
    "member, shareholders, '[\"a:60\",\"a:1\"]', REG-11, shareholders",
    "member, shareholders, '[\"north:5\"]', REG-11, shareholders"
  })
  void whatCannotBeIsRefused(String of, String name, String value, String rule, String field) {
    int record = 0;
    while (!MARKET.get(record).get("kind").asString().equals(of)) {
      record++;
    }
    List<Issue> issues = issues(with(record, name, value));
    assertTrue(
        issues.stream()
            .anyMatch(each -> each.rule().id().equals(rule) && each.field().equals(field)),
        issues::toString);
  }

  /** What a register shows at most is its full scale itself. */
  @Test
  void aReadingAtTheFullScaleIsOne() {
    int event = MARKET.size() - 1;
    assertEquals(List.of(), issues(with(event, "lastReading", "9999.9999")));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"format\": \"gridclear-registry\", \"version\": 1.9, \"records\": []}', FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 2, \"records\": []}', FMT-02",
    "'{\"format\": \"registry\", \"version\": 1, \"records\": []}', FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": []}', FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": {}}', FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [{}]} {}', FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [{\"id\": 1, \"id\": 2}]}',"
        + " FMT-02",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [{\"kind\": \"unti\"}]}',"
        + " FMT-05",
    "'{\"format\": \"gridclear-registry\", \"version\": 1, \"by\": 1, \"records\": []}', FMT-03",
    "'{\"format\": \"gridclear-registry\"', FMT-02",
    "'', FMT-02"
  })
  void aDocumentThatIsNoneIsRefused(String document, String rule) {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> ChangeReader.json("c.json", document.getBytes(StandardCharsets.UTF_8)));
    assertEquals(rule, refusal.issues().get(0).rule().id(), refusal::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,from,yuanPerMwh#a,2026-01-01                       | FMT-02 | line 2 = 2 cells for 3 columns
          id,from,yuanPerMwh#a,2026-01-01,1,2                   | FMT-02 | line 2 = 4 cells for 3 columns
          id,from,yuanPerMwh##a,2026-01-01,1,2                  | FMT-02 | line 3 = 4 cells for 3 columns
          id,from                                               | FMT-04 | line 1, yuanPerMwh = absent in id,from
          id,from,yuanPerMwh,price                              | FMT-03 | line 1, price = price
          id,from,yuanPerMwh,from                               | NET-01 | line 1, from = from
          id;from;yuanPerMwh                                    | FMT-03 | line 1, id;from;yuanPerMwh
          id,from,yuanPerMwh#a,2026-01-01,"1                    | FMT-02 | Missing closing quote
          id,from,yuanPerMwh#a,2026-01-01,                      | FMT-04 | line 2, yuanPerMwh =
          id,from,to,yuanPerMwh#a,2026-01-02,2026-01-01,1       | REG-02 | line 2, to = 2026-01-01
          id,from,yuanPerMwh,change#a,2026-01-01,1,drop         | FMT-05 | line 2, change = drop
          id,to,change#a,,exit                                  | FMT-04 | line 2, to =
          id,to,yuanPerMwh,change#a,2026-01-01,5,exit           | FMT-03 | line 2, yuanPerMwh = 5
          """)
  void aTableThatIsNoneIsRefused(String table, String rule, String place) {
    byte[] content = (table.replace('#', '\n') + "\n").getBytes(StandardCharsets.UTF_8);
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> ChangeReader.csv("tariffs.csv", content, EntryKind.TARIFF));
    assertTrue(
        refusal.issues().stream()
            .anyMatch(each -> each.rule().id().equals(rule) && each.line().contains(place)),
        refusal::getMessage);
  }
}
