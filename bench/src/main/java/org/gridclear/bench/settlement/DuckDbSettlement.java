package org.gridclear.bench.settlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;

/** The eight items in DuckDB, in whole numbers of the same units, rounded in the same way. */
final class DuckDbSettlement implements AutoCloseable {
  private static final String ROUND =
      "CREATE MACRO r(x, p) AS CASE WHEN x < 0 THEN -((-x + p // 2) // p) ELSE (x + p // 2) // p"
          + " END";

  /** What the kernel gives: amounts by entity and day, and the totals of every interval. */
  private static final String QUERY =
      """
      CREATE OR REPLACE TABLE books AS
        SELECT entity, m.day AS day, m.t AS t,
          sum(r(contract * (345678 - da_price), 10000)) i1,
          sum(r(da * da_price, 10000)) i2,
          sum(r((rt - da) * rt_price, 10000)) i3,
          sum(r((metered - rt) * rt_price, 10000)) i4,
          sum(r(-greatest(0, 100 * abs(metered - rt) - 5 * abs(rt)) * abs(rt_price), 10000000)) i5,
          sum(r(metered * 189500, 10000)) i6,
          sum(r(-abs(metered) * 300, 10000)) i7,
          sum(r(metered * 27100, 10000)) i8
        FROM m JOIN p ON m.day = p.day AND m.t = p.t AND m.point = p.point
        GROUP BY GROUPING SETS ((entity, m.day), (m.day, m.t))
      """;

  /** The same in DECIMAL, as somebody writes it who leaves rounding to the database. */
  private static final String DECIMAL_QUERY =
      """
      CREATE OR REPLACE TABLE books AS
        SELECT entity, m.day AS day, m.t AS t,
          sum(round(contract * (345.678 - da_price), 3)) i1,
          sum(round(da * da_price, 3)) i2,
          sum(round((rt - da) * rt_price, 3)) i3,
          sum(round((metered - rt) * rt_price, 3)) i4,
          sum(round(-greatest(0, abs(metered - rt) - 0.05 * abs(rt)) * 0.1 * abs(rt_price), 3)) i5,
          sum(round(metered * 189.500, 3)) i6,
          sum(round(-abs(metered) * 0.300, 3)) i7,
          sum(round(metered * 27.100, 3)) i8
        FROM md m JOIN pd p ON m.day = p.day AND m.t = p.t AND m.point = p.point
        GROUP BY GROUPING SETS ((entity, m.day), (m.day, m.t))
      """;

  private static final String TO_DECIMAL =
      """
      CREATE TABLE md AS SELECT entity, day, t, point,
        (metered * 0.0001)::DECIMAL(12,4) metered, (da * 0.0001)::DECIMAL(12,4) da,
        (rt * 0.0001)::DECIMAL(12,4) rt, (contract * 0.0001)::DECIMAL(12,4) contract FROM m;
      CREATE TABLE pd AS SELECT day, t, point,
        (da_price * 0.001)::DECIMAL(12,3) da_price, (rt_price * 0.001)::DECIMAL(12,3) rt_price FROM p;
      """;

  private static final String TOTALS =
      "SELECT sum(i1), sum(i2), sum(i3), sum(i4), sum(i5), sum(i6), sum(i7), sum(i8)"
          + " FROM books WHERE entity IS NOT NULL";

  private final Connection connection;

  DuckDbSettlement(int threads) throws SQLException {
    connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    execute("SET threads TO " + threads);
    execute(ROUND);
    execute(
        "CREATE TABLE m (entity INTEGER, day INTEGER, t INTEGER, point INTEGER,"
            + " metered BIGINT, da BIGINT, rt BIGINT, contract BIGINT)");
    execute(
        "CREATE TABLE p (day INTEGER, t INTEGER, point INTEGER, da_price BIGINT, rt_price BIGINT)");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void load(EightItems data) throws SQLException {
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender rows = duck.createAppender("main", "m");
        DuckDBAppender prices = duck.createAppender("main", "p")) {
      for (int d = 0; d < data.month().days(); d++) {
        append(prices, data.day(d).prices());
        for (EntityBlock block : data.blocks(d)) {
          append(rows, block);
        }
      }
    }
  }

  private static void append(DuckDBAppender prices, PriceDay day) throws SQLException {
    int n = day.intervals();
    for (int point = 0; point < EightItems.POINTS; point++) {
      for (int t = 0; t < n; t++) {
        prices.beginRow();
        prices.append(day.day());
        prices.append(t);
        prices.append(point);
        prices.append((long) day.points()[SettlementColumn.DA_PRICE.index()][point * n + t]);
        prices.append((long) day.points()[SettlementColumn.RT_PRICE.index()][point * n + t]);
        prices.endRow();
      }
    }
  }

  private static void append(DuckDBAppender rows, EntityBlock block) throws SQLException {
    int n = block.intervals();
    for (int i = 0; i < block.rows() * n; i++) {
      rows.beginRow();
      rows.append(block.entities()[i / n]);
      rows.append(block.day());
      rows.append(i % n);
      rows.append(block.points()[i / n]);
      rows.append((long) block.columns()[SettlementColumn.METERED.index()][i]);
      rows.append((long) block.columns()[SettlementColumn.DA.index()][i]);
      rows.append((long) block.columns()[SettlementColumn.RT.index()][i]);
      rows.append((long) block.columns()[SettlementColumn.CONTRACT.index()][i]);
      rows.endRow();
    }
  }

  /** The rows once more, as DECIMAL. */
  void toDecimal() throws SQLException {
    execute(TO_DECIMAL);
  }

  /** Totals of the items in 0.001 yuan. */
  long[] totals(boolean decimal) throws SQLException {
    execute(decimal ? DECIMAL_QUERY : QUERY);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(TOTALS)) {
      result.next();
      long[] totals = new long[8];
      for (int i = 0; i < totals.length; i++) {
        totals[i] = result.getBigDecimal(i + 1).movePointRight(decimal ? 3 : 0).longValueExact();
      }
      return totals;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
