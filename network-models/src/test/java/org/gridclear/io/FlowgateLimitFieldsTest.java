package org.gridclear.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of flowgates by period in a case file: read, written, and what is wrong is said. */
// Rows: A-23
class FlowgateLimitFieldsTest {
  private static String text(String limits) {
    return """
    {"format": "gridclear-case", "version": 1, "name": "gates", "horizon": {"periodCount": 3},
     "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
       "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}],
       "flowgates": [{"id": "north", "limitMw": 100, "terms": [{"branch": "ab"}]},
                     {"id": "south", "limitMw": 100, "terms": [{"branch": "ab"}]}]},
     "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [0, 90], "yuanPerH": [0, 9000]}],
       "initial": {"on": true, "hours": 9, "powerMw": 50}}],
     "busLoads": [{"bus": "b", "mw": 50}], "rules": {"flowgateLimits": [%s]}}
    """
        .formatted(limits);
  }

  private static MarketDay read(String limits) {
    byte[] bytes = text(limits).getBytes(StandardCharsets.UTF_8);
    CaseFiles.Loaded loaded = CaseFiles.load(bytes, "gates.json", Set.of());
    return ((CaseFiles.Content.WholeDay) loaded.content()).day();
  }

  @Test
  void whatIsReadIsWrittenAndReadAgain() {
    MarketDay day =
        read(
            """
            {"flowgate": "north", "mw": [90, "Infinity", 0]},
            {"flowgate": "south", "mw": 70, "reverseMw": [1, 2, 3]}
            """);
    List<FlowgateLimit> limits = day.rules().flowgateLimits();
    assertEquals(Series.of(90, Double.POSITIVE_INFINITY, 0), limits.get(0).mw());
    assertNull(limits.get(0).reverseMw(), "the network's holds");
    assertEquals(Series.of(70, 70, 70), limits.get(1).mw());
    assertEquals(Series.of(1, 2, 3), limits.get(1).reverseMw());
    assertEquals(limits, CaseFiles.unpack(CaseFiles.write(day)).rules().flowgateLimits());
    assertEquals(limits, CaseFiles.unpack(CaseFiles.pack(day)).rules().flowgateLimits());
  }

  @Test
  void aCaseWithoutThemIsWrittenAsItWas() {
    String written = new String(CaseFiles.write(read("")), StandardCharsets.UTF_8);
    assertTrue(written.contains("\"rules\""), written);
    assertFalse(written.contains("flowgateLimits"), written);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"flowgate\": \"nort\", \"mw\": 5}', NET-02, nort",
    "'{\"flowgate\": \"north\", \"mw\": [5, 6, -7]}', NET-04, mw in period 3",
    "'{\"flowgate\": \"north\", \"reverseMw\": [5, -6, 7]}', NET-04, reverseMw in period 2",
    "'{\"flowgate\": \"north\", \"mw\": [5, 6]}', FMT-06, mw",
    "'{\"flowgate\": \"north\"}', FMT-04, reverseMw or both",
    "'{\"flowgate\": \"north\", \"mw\": 5, \"reverseLimitMw\": 5}', FMT-03, reverseLimitMw",
    "'{\"flowgate\": \"north\", \"mw\": 5}, {\"flowgate\": \"north\", \"reverseMw\": 5}', NET-01,"
        + " north"
  })
  void whatIsWrongIsRefusedByRuleAndName(String limits, String rule, String name) {
    InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> read(limits));
    assertEquals(1, wrong.issues().size(), wrong.getMessage());
    assertEquals(rule, wrong.issues().get(0).rule().id());
    assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    InvalidInputException wrong =
        assertThrows(
            InvalidInputException.class,
            () ->
                read(
                    "{\"flowgate\": \"x\", \"mw\": -1, \"reverseMw\": -2}, {\"flowgate\": \"x\"}"));
    TreeSet<String> rules = new TreeSet<>();
    wrong.issues().forEach(issue -> rules.add(issue.rule().id()));
    assertEquals(new TreeSet<>(List.of("FMT-04", "NET-01", "NET-02", "NET-04")), rules);
    assertEquals(6, wrong.issues().size(), wrong.getMessage());
  }
}
