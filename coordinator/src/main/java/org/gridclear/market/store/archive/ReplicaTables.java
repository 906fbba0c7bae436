package org.gridclear.market.store.archive;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridclear.json.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.databind.JsonNode;

/** Rows of another site put into the tables of a replica, whose references are not checked. */
public final class ReplicaTables {
  private final Handle handle;
  private final Map<String, TableShape> tables;

  /** The tables of an embedded database. */
  public ReplicaTables(Handle handle) {
    this.handle = handle;
    this.tables =
        DatabaseCopy.tables(handle).stream().collect(toMap(TableShape::name, Function.identity()));
  }

  private TableShape table(String name) {
    TableShape table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "The active site has a table %s, which this build does not have. Bring both to the same build."
              .formatted(name));
    }
    return table;
  }

  /** Puts a changed row in its place, or takes it away. */
  public void apply(String name, boolean gone, String cells) {
    TableShape table = table(name);
    JsonNode row = Json.MAPPER.readTree(cells);
    List<ColumnShape> columns = table.columns();
    try (PreparedBatch batch = handle.prepareBatch(gone ? table.delete() : table.merge())) {
      int place = 0;
      for (String key : gone ? table.keys() : columns.stream().map(ColumnShape::name).toList()) {
        int at = columns.stream().map(ColumnShape::name).toList().indexOf(key);
        columns.get(at).bind(batch, place++, row.get(at));
      }
      batch.add();
      batch.execute();
    }
  }

  /** Puts the rows of a table in the place of those that are there. */
  public void replace(String name, DatabaseCopy.Source source) {
    handle.execute("DELETE FROM " + table(name).name());
    DatabaseCopy.load(handle, table(name), source);
  }
}
