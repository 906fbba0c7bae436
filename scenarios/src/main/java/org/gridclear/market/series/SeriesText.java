package org.gridclear.market.series;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a delivery: one and the same is the same bytes, however it was given. */
public final class SeriesText {
  private SeriesText() {}

  /** Format {@code gridclear-series}, times in UTC, values as written, subjects in order. */
  public static byte[] json(SeriesSet set) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("format", "gridclear-series").put("version", 1);
    document.put("kind", set.kind().label()).put("unit", set.kind().unit());
    document.put("source", set.source()).put("knownAt", set.knownAt().toString());
    document.put("timeZone", set.timeZone()).put("step", set.step().toString());
    document.put("from", set.from().toString());
    ObjectNode values = document.putObject("values");
    set.values()
        .forEach(
            (subject, column) -> {
              ArrayNode list = values.putArray(subject);
              for (Optional<BigDecimal> value : column.values()) {
                value.ifPresentOrElse(number -> list.add(number.toPlainString()), list::addNull);
              }
            });
    return Json.MAPPER.writeValueAsBytes(document);
  }

  /** A table as {@link SeriesTable} reads it, times with their offset in the set's zone. */
  public static byte[] csv(SeriesSet set) {
    StringBuilder text = new StringBuilder("time");
    set.values().keySet().forEach(subject -> text.append(',').append(cell(subject)));
    text.append('\n');
    for (int k = 0; k < set.stepCount(); k++) {
      List<String> cells = new ArrayList<>();
      cells.add(set.at(k).atZone(set.zone()).toOffsetDateTime().toString());
      for (DecimalColumn column : set.values().values()) {
        cells.add(column.at(k).map(BigDecimal::toPlainString).orElse(""));
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String text) {
    return text.matches("[^\",\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
