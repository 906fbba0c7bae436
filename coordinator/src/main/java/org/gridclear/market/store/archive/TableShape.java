package org.gridclear.market.store.archive;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the database.
 *
 * @param name its name
 * @param columns its columns, in their order
 * @param keys names of the columns of its primary key, in their order
 */
record TableShape(String name, List<ColumnShape> columns, List<String> keys) {
  TableShape {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  String select() {
    return "SELECT %s FROM %s ORDER BY %s".formatted(names(), name, String.join(", ", keys));
  }

  String insert() {
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, names(), places);
  }

  /** Puts a row in the place of that of its key, or beside the others (of H2 alone). */
  String merge() {
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "MERGE INTO %s (%s) KEY (%s) VALUES (%s)"
        .formatted(name, names(), String.join(", ", keys), places);
  }

  /** Takes a row away by its key. */
  String delete() {
    return "DELETE FROM %s WHERE %s"
        .formatted(
            name, keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND ")));
  }

  private String names() {
    return columns.stream().map(ColumnShape::name).collect(Collectors.joining(", "));
  }
}
