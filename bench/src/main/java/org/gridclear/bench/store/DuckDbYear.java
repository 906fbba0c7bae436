package org.gridclear.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The same year in DuckDB, a row per bus and hour, taken from the Parquet files of the market. */
final class DuckDbYear implements AutoCloseable {
  private final Connection connection;
  private final Path file;

  DuckDbYear(Path folder, Path days) throws SQLException {
    file = folder.resolve("year.duckdb");
    connection = DriverManager.getConnection("jdbc:duckdb:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String kind : List.of("prices", "loads", "units")) {
        statement.execute(
            ("CREATE TABLE %s AS SELECT date::DATE AS day, * EXCLUDE (date)"
                    + " FROM read_parquet('%s/da/*/*[0-9]-%s-*.parquet') ORDER BY day")
                .formatted(kind, days, kind));
      }
      statement.execute("CHECKPOINT");
    }
  }

  /** Prices of a bus, all columns, by time. */
  List<Object[]> bus(String bus) throws SQLException {
    return rows(
        "SELECT day, period, bus, zone, lmpYuanPerMwh::DOUBLE, energyYuanPerMwh::DOUBLE,"
            + " congestionYuanPerMwh::DOUBLE, lossYuanPerMwh::DOUBLE, shedMw::DOUBLE FROM prices"
            + " WHERE bus = '"
            + bus
            + "' ORDER BY day, period");
  }

  /** Least, mean, greatest and load-weighted mean price by zone and month. */
  List<Object[]> statistics() throws SQLException {
    return rows(
        "SELECT zone, strftime(day, '%Y-%m') AS month, count(*), min(lmpYuanPerMwh)::DOUBLE,"
            + " avg(lmpYuanPerMwh)::DOUBLE, max(lmpYuanPerMwh)::DOUBLE,"
            + " sum(lmpYuanPerMwh * coalesce(mw, 0))::DOUBLE / sum(coalesce(mw, 0))::DOUBLE"
            + " FROM prices LEFT JOIN (SELECT day, period, bus, sum(mw) AS mw FROM loads"
            + " GROUP BY ALL) USING (day, period, bus) GROUP BY ALL ORDER BY zone, month");
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

  Path file() {
    return file;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
