package org.gridclear.bench.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The same year in PostgreSQL, a row per number, with whole numbers for all names. */
final class PostgresYear implements AutoCloseable {
  private static final String BUSES =
      "SELECT v.trading_date, v.period, v.value / 1e6 FROM result_value v JOIN element e ON e.id ="
          + " v.element WHERE v.kind = 0 AND v.column_id = 0 AND e.name = '%s' ORDER BY 1, 2";
  private static final String STATISTICS =
      "SELECT e.zone, to_char(p.trading_date, 'YYYY-MM') AS month, count(*), min(p.value) / 1e6,"
          + " avg(p.value) / 1e6, max(p.value) / 1e6, sum(p.value::float8 * coalesce(l.value, 0)) /"
          + " sum(coalesce(l.value, 0)::float8) / 1e6 FROM result_value p JOIN element e ON e.id ="
          + " p.element LEFT JOIN result_value l ON l.kind = 10 AND l.column_id = 0 AND l.element ="
          + " p.element AND l.trading_date = p.trading_date AND l.period = p.period WHERE p.kind ="
          + " 0 AND p.column_id = 0 GROUP BY 1, 2 ORDER BY 1, 2";

  private final EmbeddedPostgres server;
  private final Connection connection;
  private final Map<String, Integer> elements = new HashMap<>();

  PostgresYear() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE element (id INTEGER PRIMARY KEY, name TEXT, zone TEXT)");
      statement.execute(
          "CREATE TABLE result_value (trading_date DATE NOT NULL, element INTEGER NOT NULL,"
              + " version SMALLINT NOT NULL, kind SMALLINT NOT NULL, column_id SMALLINT NOT NULL,"
              + " period SMALLINT NOT NULL, value BIGINT)");
    }
  }

  /** Copies all numbers of a market's days. */
  void copy(DayStore store, List<DayVersion> versions) throws IOException, SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (DayVersion version : versions) {
      StringBuilder lines = new StringBuilder();
      for (ResultKind kind : version.blocks().keySet()) {
        lines(lines, version, store.block(version, kind, Selection.ALL).orElseThrow());
      }
      copy.copyIn("COPY result_value FROM STDIN", new StringReader(lines.toString()));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER TABLE result_value ADD PRIMARY KEY (kind, column_id, element, trading_date,"
              + " period, version)");
      statement.execute("VACUUM ANALYZE");
    }
  }

  private void lines(StringBuilder lines, DayVersion version, ResultBlock block)
      throws SQLException {
    int kind = block.layout().kind().ordinal();
    int slots = block.layout().slots();
    List<String> names = new ArrayList<>(block.values().keySet());
    for (int here = 0; here < block.elements().length; here++) {
      int element =
          element(block.text(here, block.layout().kind().element()), block.text(here, "zone"));
      for (int column = 0; column < names.size(); column++) {
        long[] values = block.column(names.get(column));
        for (int slot = 0; slot < slots; slot++) {
          long value = values[here * slots + slot];
          lines.append(version.key().date()).append('\t').append(element).append('\t');
          lines.append(version.version()).append('\t').append(kind).append('\t').append(column);
          lines.append('\t').append(slot + 1).append('\t');
          lines.append(value == ResultBlock.MISSING ? "\\N" : Long.toString(value)).append('\n');
        }
      }
    }
  }

  private int element(String name, String zone) throws SQLException {
    Integer known = elements.get(name);
    if (known == null) {
      known = elements.size();
      elements.put(name, known);
      try (var insert = connection.prepareStatement("INSERT INTO element VALUES (?, ?, ?)")) {
        insert.setInt(1, known);
        insert.setString(2, name);
        insert.setString(3, zone);
        insert.execute();
      }
    }
    return known;
  }

  /** Bytes of the table with its index. */
  long bytes() throws SQLException {
    return ((Number) rows("SELECT pg_total_relation_size('result_value')").get(0)[0]).longValue();
  }

  List<Object[]> bus(String bus) throws SQLException {
    return rows(BUSES.formatted(bus));
  }

  List<Object[]> statistics() throws SQLException {
    return rows(STATISTICS);
  }

  private List<Object[]> rows(String query) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        Object[] row = new Object[columns];
        for (int c = 0; c < columns; c++) {
          row[c] = result.getObject(c + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
