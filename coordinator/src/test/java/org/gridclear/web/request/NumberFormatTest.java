package org.gridclear.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Numbers of answers are figures of their dimension, as in the files of a run. */
class NumberFormatTest {
  private static final JsonMapper MAPPER = mapper();

  private static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder();
    new NumberFormat().customize(builder);
    return builder.build();
  }

  record Answer(double lmpYuanPerMwh, double[] flowMw, Map<String, Object> options) {}

  private static String written(double price, double[] flows, double gap) {
    return MAPPER.writeValueAsString(
        new Answer(price, flows, new LinkedHashMap<>(Map.of("gap", gap))));
  }

  @Test
  void noiseBehindTheDecimalsOfANameIsNotShown() {
    assertEquals(
        "{\"lmpYuanPerMwh\":254.421503,\"flowMw\":[0.3,0.0],\"options\":{\"gap\":0.01}}",
        written(254.42150344999998, new double[] {0.1 + 0.2, -1e-12}, 0.01));
  }

  @Test
  void whatIsNotThereIsNull() {
    assertEquals(
        "{\"lmpYuanPerMwh\":null,\"flowMw\":[null],\"options\":{\"gap\":0.01}}",
        written(Double.NaN, new double[] {Double.NaN}, 0.01));
  }

  @Test
  void whatWasAskedForStaysAsItWasGiven() {
    assertEquals(
        "{\"lmpYuanPerMwh\":1.0,\"flowMw\":[],\"options\":{\"gap\":1.0E-12}}",
        written(1, new double[0], 1e-12));
  }
}
