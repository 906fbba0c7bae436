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

  private String names() {
    return columns.stream().map(ColumnShape::name).collect(Collectors.joining(", "));
  }
}
