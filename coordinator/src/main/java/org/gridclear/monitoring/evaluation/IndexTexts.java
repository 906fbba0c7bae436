package org.gridclear.monitoring.evaluation;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.monitoring.index.IndexValue;
import tools.jackson.databind.JsonNode;

/** Values of indices as rows; every number is told to its last bit. */
final class IndexTexts {
  private IndexTexts() {}

  static IndexRow row(IndexItem item, IndexValue value) {
    StringBuilder elements = new StringBuilder("{");
    value
        .elements()
        .forEach(
            (name, number) ->
                elements
                    .append(elements.length() > 1 ? "," : "")
                    .append(Json.MAPPER.writeValueAsString(name))
                    .append(':')
                    .append(number(number)));
    StringBuilder periods = new StringBuilder("[");
    for (double each : value.byPeriod()) {
      periods.append(periods.length() > 1 ? "," : "").append(number(each));
    }
    return new IndexRow(
        item.row(),
        item.key(),
        value.value(),
        new IndexRow.TextsRow(
            periods.append(']').toString(), elements.append('}').toString(), value.note()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : Double.toString(value);
  }

  static IndexValue value(IndexRow row) {
    JsonNode periods = Json.MAPPER.readTree(row.texts().byPeriod());
    double[] byPeriod = new double[periods.size()];
    Arrays.setAll(byPeriod, t -> number(periods.get(t)));
    SortedMap<String, Double> elements = new TreeMap<>();
    Json.MAPPER
        .readTree(row.texts().elements())
        .properties()
        .forEach(each -> elements.put(each.getKey(), number(each.getValue())));
    return new IndexValue(row.value(), byPeriod, elements, row.texts().note());
  }

  private static double number(JsonNode node) {
    return node.isNull() ? Double.NaN : node.asDouble();
  }
}
