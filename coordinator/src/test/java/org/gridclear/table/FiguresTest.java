package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures in JSON have the digits that mean something, and nothing else is changed. */
class FiguresTest {
  private static JsonNode of(String name, Object value) {
    return Figures.of(Map.of("inner", List.of(Map.of(name, value)))).at("/inner/0").get(name);
  }

  @Test
  void numbersHaveTheDecimalsOfWhatTheyAreMeasuredIn() {
    assertEquals("1234.567891", of("shedMw", 1234.5678909999999).toString());
    assertEquals("0.1", of("min", 0.1 + 1e-13).toString());
    assertEquals("1.0E-8", of("mismatchPu", 1.00000000000004e-8).toString());
  }

  @Test
  void noZeroIsNegative() {
    assertEquals("0.0", of("penaltyYuan", -0.0).toString());
    assertEquals("0.0", of("penaltyYuan", -1e-9).toString());
  }

  @Test
  void whatIsNoNumberOrWasAskedForStaysAsItIs() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("options", Map.of("gap", 1e-12));
    map.put("count", 12345678901234567L);
    map.put("none", null);
    map.put("text", "0.30000000000000004");
    map.put("limitMw", Double.POSITIVE_INFINITY);
    assertEquals(
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(map)),
        Json.MAPPER.readTree(Figures.bytes(map)));
  }
}
