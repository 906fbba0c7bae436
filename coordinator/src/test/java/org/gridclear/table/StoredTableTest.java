package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.quantity.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Tables in files: what is written is read again as it was, whatever it is. */
class StoredTableTest {
  @TempDir Path folder;

  private static List<Object[]> rows(StoredTable table) {
    List<Object[]> rows = new ArrayList<>();
    try (StoredTable.Lines lines = table.lines()) {
      lines.forEachRemaining(rows::add);
    }
    return rows;
  }

  private StoredTable stored(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), text);
    return StoredTable.of(file, "yuan");
  }

  private static final Table EVERY =
      new Table.Rows(
              "every",
              "a row of each type",
              Column.text("name", "A name."),
              Column.whole("count", "A count."),
              Column.number("powerMw", "A power."),
              Column.flag("on", "A flag."),
              Column.money("feeYuan", "A fee."),
              Column.quantity("energy", "An energy."),
              new Column("day", Column.Type.DATE, "A day."),
              new Column("at", Column.Type.TIME, "A time."))
          .add(
              "甲, \"x\"\n",
              7,
              1.5,
              true,
              new BigDecimal("-3.210"),
              new BigDecimal("0.0001"),
              LocalDate.of(2026, 2, 28),
              LocalDateTime.of(2026, 2, 28, 23, 45))
          .add(null, null, null, null, null, null, null, null)
          .add(
              "=1+1",
              Long.MAX_VALUE,
              -2e-7,
              false,
              new BigDecimal("0.000"),
              new BigDecimal("-12345678901.0000"),
              LocalDate.EPOCH,
              LocalDateTime.of(1970, 1, 1, 0, 0))
          .table();

  @Test
  void aTableOfEveryTypeIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("every.csv");
    TableFile.write(file, EVERY, TableFormat.CSV);
    List<Object[]> read = rows(new StoredTable("every", EVERY.columns(), file));
    assertEquals(3, read.size());
    assertArrayEquals(EVERY.rows().get(0), read.get(0));
    Object[] empty = new Object[8];
    empty[0] = "";
    assertArrayEquals(empty, read.get(1), "an empty text is not told from none");
    assertArrayEquals(EVERY.rows().get(2), read.get(2));
    assertEquals(0.0, EVERY.rows().get(2)[2], "below six decimals of a MW there is nothing");
  }

  @Test
  void objectsHaveTheNamesOfTheColumnsInTheirOrder() throws IOException {
    Map<String, Object> first = TableFile.objects(EVERY).get(0);
    assertEquals(
        List.of("name", "count", "powerMw", "on", "feeYuan", "energy", "day", "at"),
        List.copyOf(first.keySet()));
    JsonNode json = Json.MAPPER.readTree(TableFile.bytes(EVERY, TableFormat.JSON));
    assertEquals(3, json.size());
    assertEquals(7, json.get(0).get("count").asLong());
    assertTrue(json.get(1).get("powerMw").isNull());
    assertFalse(json.get(2).get("on").asBoolean());
  }

  @Test
  void aColumnIsWhatItsTableSaysElseWhatEveryTableSaysElseAText() throws IOException {
    StoredTable table = stored("things", "unit,period,unknownMw\nu,1,3\n");
    assertEquals(
        List.of(Column.Type.TEXT, Column.Type.WHOLE, Column.Type.TEXT),
        table.columns().stream().map(Column::type).toList());
    assertArrayEquals(new Object[] {"u", 1L, "3"}, rows(table).get(0));
    assertEquals("things", table.name());
    assertEquals(1, table.indexOf("period"));
    assertEquals(-1, table.indexOf("periods"));
  }

  @Test
  void aTimeIsADateOnlyWhereTheCaseHasOne() throws IOException {
    StoredTable dated = stored("a", "period,time\n1,2026-10-01T00:15\n");
    assertEquals(LocalDateTime.of(2026, 10, 1, 0, 15), rows(dated).get(0)[1]);
    StoredTable clock = stored("b", "period,time\n1,00:15\n");
    assertEquals("00:15", rows(clock).get(0)[1]);
    assertEquals(Column.Type.TEXT, clock.columns().get(1).type());
    assertFalse(clock.columns().get(1).description().isEmpty());
    StoredTable none = stored("c", "period,time\n");
    assertEquals(Column.Type.TEXT, none.columns().get(1).type());
    assertTrue(rows(none).isEmpty());
  }

  @Test
  void infiniteNumbersAreWordsAndAFlagIsOneOrTrue() throws IOException {
    Path file = folder.resolve("n.csv");
    Files.writeString(file, "aMw,b\nINF,1\n-INF,true\n1e3,0\n,\n");
    StoredTable table =
        new StoredTable("n", List.of(Column.number("aMw", ""), Column.flag("b", "")), file);
    List<Object[]> rows = rows(table);
    assertArrayEquals(new Object[] {Double.POSITIVE_INFINITY, true}, rows.get(0));
    assertArrayEquals(new Object[] {Double.NEGATIVE_INFINITY, true}, rows.get(1));
    assertArrayEquals(new Object[] {1000.0, false}, rows.get(2));
    assertArrayEquals(new Object[] {null, null}, rows.get(3));
  }

  @ParameterizedTest
  @CsvSource({
    "lmpYuanPerMwh, EUR/MWh",
    "costYuan, EUR",
    "powerMw, MW",
    "share, ''",
  })
  void moneyIsCountedInWhatTheMarketCountsIn(String name, String unit) {
    assertEquals(unit, Column.number(name, "").withMoney("EUR").unit());
  }

  @Test
  void theMoneyOfATableIsThatOfAllItsColumns() {
    Table euros = EVERY.withMoney("EUR");
    assertEquals("EUR", euros.columns().get(4).unit());
    assertEquals("MW", euros.columns().get(2).unit());
    assertEquals(EVERY.rows().size(), euros.rows().size());
    assertEquals("yuan", EVERY.columns().get(4).unit());
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, string",
    "WHOLE, integer",
    "NUMBER, number",
    "FLAG, boolean",
    "MONEY, number",
    "QUANTITY, number",
    "DATE, date",
    "TIME, datetime"
  })
  void eachTypeHasItsWordInADataPackage(Column.Type type, String word) {
    assertEquals(word, type.frictionless());
  }

  @Test
  void aCellHoldsOnlyWhatItsColumnIs() {
    Object[] values = {
      "x",
      1,
      1.5,
      true,
      new BigDecimal("1.000"),
      new BigDecimal("1.0000"),
      LocalDate.EPOCH,
      LocalDateTime.of(2026, 1, 1, 0, 0)
    };
    Column.Type[] fits = {
      Column.Type.TEXT, Column.Type.WHOLE, Column.Type.NUMBER, Column.Type.FLAG,
      Column.Type.MONEY, Column.Type.QUANTITY, Column.Type.DATE, Column.Type.TIME
    };
    for (int v = 0; v < values.length; v++) {
      for (Column.Type type : Column.Type.values()) {
        Column column = new Column("c", type, "");
        Object value = values[v];
        if (type == fits[v]) {
          column.cell(value);
        } else {
          assertThrows(
              IllegalArgumentException.class, () -> column.cell(value), value + " in " + type);
        }
      }
    }
    Column money = Column.money("m", "");
    assertThrows(IllegalArgumentException.class, () -> money.cell(new BigDecimal("1.00")));
    assertNull(Column.number("n", "").cell(Double.NaN));
    assertNull(Column.number("n", "").cell(Double.POSITIVE_INFINITY));
    assertNull(money.cell(null));
    assertEquals(5L, Column.whole("w", "").cell(5));
    assertEquals("", money.text(null));
    assertEquals("1.000", money.text(new BigDecimal("1.000")));
    assertEquals("0.123457", Column.number("xMw", "").text(0.1234567));
  }

  @Test
  void aTableHasEachColumnOnceAndARowAllOfThem() {
    Column a = Column.text("a", "");
    assertThrows(
        IllegalArgumentException.class, () -> new Table("t", "", List.of(a, a), List.of()));
    Table.Rows rows = new Table.Rows("t", "d", a);
    assertThrows(IllegalArgumentException.class, () -> rows.add());
    assertThrows(IllegalArgumentException.class, () -> rows.add("x", "y"));
    Table table = rows.add("x").add("y").table();
    Table some = table.where(row -> row[0].equals("y"));
    assertEquals(1, some.rows().size());
    assertEquals("y", some.rows().get(0)[0]);
    assertEquals("d", some.description());
    assertEquals(0, table.indexOf("a"));
    assertEquals(-1, table.indexOf("A"));
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void aFormatIsThatOfTheEndOfTheName(TableFormat format) {
    String end = format.name().toLowerCase(java.util.Locale.ROOT);
    assertEquals(Optional.of(format), TableFormat.of(Path.of("a/b." + end)));
    assertEquals(
        Optional.of(format), TableFormat.of(Path.of("B." + format.name())), "whatever the case");
    assertEquals(Optional.empty(), TableFormat.of(Path.of("b" + end)));
    assertEquals(Set.of(TableFormat.PARQUET, TableFormat.XLSX).contains(format), format.binary());
  }

  @Test
  void aRowOfAPeriodHasTheTimeAtWhichItBegins() throws IOException {
    Path file = folder.resolve("rows.csv");
    try (CsvFile csv = new CsvFile(file, new Horizon(96, 15), "period", "powerMw", "note")) {
      csv.row(1, 1.0, "a");
      csv.row(6, Double.NaN, null);
      csv.row("all", 2.5, "");
    }
    assertEquals(
        List.of("period,powerMw,note,time", "1,1,a,00:00", "6,,,01:15", "all,2.5,,"),
        Files.readAllLines(file).stream().map(line -> line.replace("\"\"", "")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "=A1", "+A1", "-A1", "@x", "'=x", "''=x", "x", "'x", "-1.5", "+3e4", "-", "''", "--1", "'",
    "-1-1", "1=1"
  })
  void aTextComesBackWhateverItBeginsWith(String text) {
    String cell = CsvFile.inert(text);
    assertEquals(text, CsvFile.original(cell));
    boolean formula = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0;
    assertTrue(!formula || cell.matches("[-+][0-9.]+(e[0-9]+)?"), cell);
  }

  @Test
  void rowsOfAFileAreReadWithoutItsHead() {
    byte[] csv = "a,b\n1,'=x\n,\"y,\"\"z\"\"\"\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(List.of("1", "=x"), List.of("", "y,\"z\"")), CsvFile.rows(csv));
    assertEquals(List.of(), CsvFile.rows("a,b\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(), CsvFile.rows(new byte[0]));
  }

  @Test
  void aFolderIsDescribedFileByFileAndCasesOnce() throws IOException {
    Files.writeString(folder.resolve("units.csv"), "unit,period\nu,1\n");
    for (String each : List.of("b", "a")) {
      Files.createDirectories(folder.resolve("cases/" + each));
      Files.writeString(folder.resolve("cases/" + each + "/units.csv"), "unit,zone\nu,z\n");
    }
    Files.writeString(folder.resolve("notes.txt"), "no table");
    DataPackage.write(folder, "A title", "EUR", EnumSet.of(TableFormat.PARQUET));
    JsonNode document = Json.MAPPER.readTree(folder.resolve("datapackage.json").toFile());
    assertEquals("A title", document.get("title").asString());
    List<String> names = new ArrayList<>();
    document.get("resources").forEach(each -> names.add(each.get("name").asString()));
    assertEquals(List.of("case-units", "case-units-parquet", "units", "units-parquet"), names);
    JsonNode cases = document.get("resources").get(0);
    assertEquals("[\"cases/a/units.csv\",\"cases/b/units.csv\"]", cases.get("path").toString());
    assertEquals("csv", cases.get("format").asString());
    assertEquals("units.parquet", document.get("resources").get(3).get("path").asString());
    assertTrue(Files.exists(folder.resolve("cases/a/units.parquet")));
    JsonNode field = document.get("resources").get(2).get("schema").get("fields").get(1);
    assertEquals("period", field.get("name").asString());
    assertEquals("integer", field.get("type").asString());
    assertFalse(field.has("unit"));
  }

  @Test
  void twoCasesWithOtherColumnsInOneTableAreRefused() throws IOException {
    for (String each : List.of("a", "b")) {
      Files.createDirectories(folder.resolve(each));
      Files.writeString(folder.resolve(each + "/units.csv"), "unit," + each + "\nu,z\n");
    }
    assertThrows(
        IllegalStateException.class,
        () -> DataPackage.write(folder, "t", "yuan", EnumSet.noneOf(TableFormat.class)));
  }

  @Test
  void aWorkbookOfAFolderNamesItsSheetsAndGivesTheSameBytesTwice() throws IOException {
    Files.createDirectories(folder.resolve("one"));
    Files.writeString(folder.resolve("one/units.csv"), "unit,period\nu,1\n");
    String longName = "a-name-of-a-table-that-is-longer-than-a-sheet";
    Files.writeString(folder.resolve(longName + "-1.csv"), "unit\nu\n");
    Files.writeString(folder.resolve(longName + "-2.csv"), "unit\nv\n");
    DataPackage.write(folder, "t", "yuan", EnumSet.of(TableFormat.XLSX));
    byte[] first = Files.readAllBytes(folder.resolve("report.xlsx"));
    DataPackage.write(folder, "t", "yuan", EnumSet.of(TableFormat.XLSX));
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("report.xlsx")));
    try (var zip = new java.util.zip.ZipFile(folder.resolve("report.xlsx").toFile())) {
      String book =
          new String(
              zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      List<String> sheets =
          java.util.regex.Pattern.compile("<sheet name=\"([^\"]+)\"")
              .matcher(book)
              .results()
              .map(found -> found.group(1))
              .toList();
      assertEquals(4, Set.copyOf(sheets).size(), sheets.toString());
      assertTrue(sheets.stream().allMatch(name -> name.length() <= 31), sheets.toString());
      assertEquals("contents", sheets.get(0));
      String words =
          new String(
              zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(words.contains(">caseFolder<") && words.contains(">one<"), words);
    }
    assertEquals(
        0, Arrays.stream(folder.toFile().list()).filter(name -> name.endsWith(".aside")).count());
  }
}
