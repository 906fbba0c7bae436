package org.gridclear.bench.day;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions in SQL of the bench's own, whatever the product asks. */
final class Snapshots {
  private Snapshots() {}

  /** Rows of a query, columns parted by a bar. */
  static List<String> rows(Connection database, String sql) {
    try (Statement statement = database.createStatement();
        ResultSet set = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = set.getMetaData().getColumnCount();
      while (set.next()) {
        StringBuilder row = new StringBuilder();
        for (int c = 1; c <= columns; c++) {
          row.append(c == 1 ? "" : "|").append(set.getString(c));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where every node of every instance stands. */
  static List<String> nodes(Connection database) {
    return rows(
        database,
        "SELECT workflow, trading_date, cycle, run, node, state FROM workflow_node ORDER BY 1, 2,"
            + " 3, 4, 5");
  }
}
