package org.gridclear.marketfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Numbers of a document as they stand there. */
final class Json {
  private Json() {}

  static double number(JsonNode owner, String field, double byDefault) {
    JsonNode value = owner.get(field);
    return value == null || value.isNull() ? byDefault : value.doubleValue();
  }

  /** One value per period; a plain number, a list, or a series of Egret. */
  static double[] series(JsonNode owner, String field, int periods, double byDefault) {
    JsonNode value = owner.get(field);
    if (value != null && value.isObject()) {
      value = value.get("values");
    }
    double[] series = new double[periods];
    for (int t = 0; t < periods; t++) {
      JsonNode item = value != null && value.isArray() ? value.get(t) : value;
      series[t] =
          item == null || item.isNull()
              ? byDefault
              : item.isBoolean() ? (item.booleanValue() ? 1 : 0) : item.doubleValue();
    }
    return series;
  }

  static double[] constant(double value, int periods) {
    double[] series = new double[periods];
    Arrays.fill(series, value);
    return series;
  }

  static List<String> texts(JsonNode owner, String field) {
    List<String> texts = new ArrayList<>();
    if (owner.has(field)) {
      owner.get(field).forEach(item -> texts.add(item.asString()));
    }
    return texts;
  }

  static JsonNode section(JsonNode owner, String field) {
    JsonNode value = owner.get(field);
    return value == null
        ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode()
        : value;
  }
}
