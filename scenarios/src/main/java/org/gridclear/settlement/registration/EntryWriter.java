package org.gridclear.settlement.registration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records so that {@link ChangeReader} reads the same. */
public final class EntryWriter {
  private EntryWriter() {}

  /** A CSV of the records of one kind, with all its columns. */
  public static byte[] csv(EntryKind kind, Collection<? extends Entry> entries) {
    StringBuilder text = new StringBuilder();
    List<String> columns = EntryFields.names(kind);
    text.append(String.join(",", columns)).append('\n');
    for (Entry entry : entries) {
      Map<String, String> cells = EntryCodec.cells(entry);
      text.append(
              columns.stream()
                  .map(column -> quoted(cells.getOrDefault(column, "")))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A document of records of any kinds. */
  public static byte[] json(Collection<? extends Entry> entries) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("format", ChangeReader.FORMAT).put("version", 1);
    ArrayNode records = document.putArray("records");
    entries.forEach(entry -> records.add(node(entry)));
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  /** A record as an object: numbers as numbers, lists as arrays, what is not given left out. */
  public static ObjectNode node(Entry entry) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("kind", entry.kind().label());
    Map<String, String> cells = EntryCodec.cells(entry);
    for (EntryField field : EntryFields.of(entry.kind())) {
      String text = cells.get(field.name());
      if (text == null) {
        continue;
      }
      if (field.list()) {
        ArrayNode list = node.putArray(field.name());
        Arrays.stream(text.split(";")).forEach(part -> add(list, part, field));
      } else if (EntryCodec.numeric(field)) {
        node.put(field.name(), new BigDecimal(text));
      } else {
        node.put(field.name(), text);
      }
    }
    return node;
  }

  private static void add(ArrayNode list, String part, EntryField field) {
    if (EntryCodec.numeric(field)) {
      list.add(new BigDecimal(part));
    } else {
      list.add(part);
    }
  }
}
