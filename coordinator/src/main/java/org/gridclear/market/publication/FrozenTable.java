package org.gridclear.market.publication;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table as it was when it was published, with whose each row is. It lies in {@code content/} by
 * its hash, so what was published stays what it was.
 *
 * @param table all rows
 * @param members whose a row is, row by row; an empty set is nobody's
 * @param zones in which zone a row lies, row by row; "" for none
 */
record FrozenTable(Table table, List<Set<String>> members, List<String> zones) {
  private static final String FORMAT = "gridclear-published-table";

  FrozenTable {
    members = List.copyOf(members);
    zones = List.copyOf(zones);
    if (members.size() != table.rows().size() || zones.size() != table.rows().size()) {
      throw new IllegalArgumentException("Each row of %s has members.".formatted(table.name()));
    }
  }

  /** A table that is being filled. */
  static final class Rows {
    private final String name;
    private final String description;
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Set<String>> members = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();

    Rows(String name, String description, List<Column> columns) {
      this.name = name;
      this.description = description;
      this.columns = columns;
    }

    /** Adds a row of some members, in a zone or "". */
    void add(Set<String> of, String zone, Object... cells) {
      members.add(Set.copyOf(of));
      zones.add(zone);
      rows.add(cells);
    }

    FrozenTable frozen() {
      return new FrozenTable(new Table(name, description, columns, rows), members, zones);
    }
  }

  /** All members that own a row. */
  Set<String> owners() {
    Set<String> owners = new TreeSet<>();
    members.forEach(owners::addAll);
    return owners;
  }

  /** The table as it is kept; the same rows are the same bytes. */
  byte[] bytes() {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("format", FORMAT).put("version", 1).put("name", table.name());
    root.put("description", table.description());
    ArrayNode columns = root.putArray("columns");
    for (Column column : table.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name())
          .put("unit", column.unit())
          .put("description", column.description());
    }
    ArrayNode rows = root.putArray("rows");
    for (int r = 0; r < table.rows().size(); r++) {
      ObjectNode row = rows.addObject();
      ArrayNode of = row.putArray("members");
      new TreeSet<>(members.get(r)).forEach(of::add);
      row.put("zone", zones.get(r));
      ArrayNode cells = row.putArray("cells");
      for (Object cell : table.rows().get(r)) {
        if (cell == null) {
          cells.addNull();
        } else {
          cells.add(cell.toString());
        }
      }
    }
    return Json.MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
  }

  static FrozenTable read(byte[] bytes) {
    JsonNode root = Json.MAPPER.readTree(bytes);
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : root.get("columns")) {
      columns.add(
          new Column(
              column.get("name").asString(),
              Column.Type.valueOf(column.get("type").asString()),
              column.get("description").asString(),
              column.get("unit").asString()));
    }
    Rows rows = new Rows(root.get("name").asString(), root.get("description").asString(), columns);
    for (JsonNode row : root.get("rows")) {
      Set<String> of = new TreeSet<>();
      row.get("members").forEach(member -> of.add(member.asString()));
      Object[] cells = new Object[columns.size()];
      for (int c = 0; c < cells.length; c++) {
        JsonNode cell = row.get("cells").get(c);
        cells[c] = cell.isNull() ? null : value(columns.get(c).type(), cell.asString());
      }
      rows.add(of, row.get("zone").asString(), cells);
    }
    return rows.frozen();
  }

  /** A cell of its text. */
  static Object value(Column.Type type, String text) {
    return switch (type) {
      case TEXT -> text;
      case WHOLE -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case FLAG -> Boolean.valueOf(text);
      case MONEY, QUANTITY -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalDateTime.parse(text);
    };
  }
}
