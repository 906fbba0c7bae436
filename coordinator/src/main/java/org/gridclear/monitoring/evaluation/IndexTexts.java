package org.gridclear.monitoring.evaluation;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.monitoring.index.IndexValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Values of indices as rows; every number is told to its last bit. */
final class IndexTexts {
  private static final TypeReference<TreeMap<String, Double>> ELEMENTS = new TypeReference<>() {};

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
    Double[] periods = Json.MAPPER.readValue(row.texts().byPeriod(), Double[].class);
    double[] byPeriod = Arrays.stream(periods).mapToDouble(IndexTexts::number).toArray();
    SortedMap<String, Double> elements = Json.MAPPER.readValue(row.texts().elements(), ELEMENTS);
    elements.replaceAll((name, value) -> number(value));
    return new IndexValue(row.value(), byPeriod, elements, row.texts().note());
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
