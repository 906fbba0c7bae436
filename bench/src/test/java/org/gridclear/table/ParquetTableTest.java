package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet as another program reads it: DuckDB, which has a reader of its own. */
// Rows: I-25
class ParquetTableTest {
  @TempDir Path folder;

  private static Table table() {
    return new Table.Rows(
            "prices",
            "prices",
            Column.text("bus", "Bus."),
            Column.whole("period", "Period."),
            Column.number("lmpYuanPerMwh", "Price."),
            Column.flag("binding", "Flag."),
            new Column("time", Column.Type.TIME, "Time."))
        .add("東-1", 1, 0.1 + 0.2, true, LocalDateTime.of(2026, 10, 1, 19, 15))
        .add(null, null, null, null, null)
        .add("", -7L, -0.0, false, LocalDateTime.of(1969, 12, 31, 23, 59, 59))
        .add("b", 3, Double.POSITIVE_INFINITY, false, null)
        .add("c", 4, 1234567.123456789, null, null)
        .table();
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          cells.add(result.getString(c));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  private String written(Table table) throws IOException {
    Path file = folder.resolve(table.name() + ".parquet");
    TableFile.write(file, table, TableFormat.PARQUET);
    return "'" + file + "'";
  }

  @Test
  void typesAndValuesAreThoseOfTheTable() throws Exception {
    String file = written(table());
    assertEquals(
        List.of("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "TIMESTAMP"),
        query("select column_type from (describe select * from " + file + ")"));
    assertEquals(
        List.of(
            "東-1|1|0.3|true|2026-10-01 19:15:00.0",
            "null|null|null|null|null",
            "|-7|0.0|false|1969-12-31 23:59:59.0",
            "b|3|null|false|null",
            "c|4|1234567.123457|null|null"),
        query("select * from " + file));
    assertEquals(
        List.of("column.lmpYuanPerMwh|Price. Unit: yuan/MWh."),
        query(
            "select decode(key), decode(value) from parquet_kv_metadata("
                + file
                + ") where decode(key) like '%lmp%'"));
  }

  @Test
  void csvAndParquetOfATableHoldTheSameNumbersAndEqualTablesGiveEqualBytes() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    Table.Rows rows =
        new Table.Rows(
            "many", "numbers", Column.whole("row", "Row."), Column.number("mw", "Power."));
    for (int r = 0; r < 20_000; r++) {
      rows.add(r, (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9)));
    }
    Table table = rows.table();
    String parquet = written(table);
    Path csv = folder.resolve("many.csv");
    TableFile.write(csv, table, TableFormat.CSV);
    assertEquals(
        List.of("20000|0"),
        query(
            "select count(*), count(*) filter (p.mw != c.mw or p.mw is null) from "
                + parquet
                + " p join read_csv('"
                + csv
                + "') c using (row)"));
    assertArrayEquals(
        TableFile.bytes(table, TableFormat.PARQUET), TableFile.bytes(table, TableFormat.PARQUET));
    assertEquals(List.of(), longNumbers(Files.readAllLines(csv)));
  }

  @Test
  void tablesOfAnOutputFolderAreTheSameAsParquet() throws Exception {
    Path tables = Files.createDirectories(folder.resolve("cases/000-base"));
    Horizon horizon = new Horizon(2, 60, 1380);
    try (CsvFile file =
        new CsvFile(tables.resolve("units.csv"), horizon, "unit", "fuel", "period", "on", "mw")) {
      file.row("=g", "", 1, 1, 0.1 + 0.2);
      file.row("'=g", "coal", 2, 0, null);
      file.row("-5", "'", null, 1, Double.NEGATIVE_INFINITY);
    }
    Horizon dated = horizon.from(LocalDate.of(2026, 10, 1));
    try (CsvFile file = new CsvFile(tables.resolve("hvdc.csv"), dated, "line", "period", "mw")) {
      file.row("dc", 2, 1.0);
    }
    DataPackage.write(folder, "test", "yuan", java.util.Set.of(TableFormat.PARQUET));
    assertEquals(
        List.of("2026-10-02 00:00:00.0|TIMESTAMP"),
        query("select time, typeof(time) from '" + tables.resolve("hvdc.parquet") + "'"));
    assertEquals(
        List.of(
            "=g||1|true|0.3|23:00", "'=g|coal|2|false|null|D2 00:00", "-5|'|null|true|-Infinity|"),
        query("select * from '" + tables.resolve("units.parquet") + "'"));
    assertEquals(
        List.of("VARCHAR", "VARCHAR", "BIGINT", "BOOLEAN", "DOUBLE", "VARCHAR"),
        query(
            "select column_type from (describe select * from '"
                + tables.resolve("units.parquet")
                + "')"));
  }

  /** Numbers with an exponent, a negative zero or more than fifteen digits. */
  private static List<String> longNumbers(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",")[1])
        .filter(n -> !n.matches("-?(0|[1-9][0-9]*)(\\.[0-9]{0,5}[1-9])?") || n.equals("-0"))
        .toList();
  }
}
