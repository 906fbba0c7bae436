package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as text, what filters keep, and numbers and units by their names. */
class TableTextsTest {
  private static Table table() {
    return new Table.Rows(
            "units",
            "A unit.",
            Column.text("unit", "Its id."),
            Column.text("bus", "Its bus."),
            Column.number("mw", "Its output."),
            new Column("on", Column.Type.FLAG, "Whether it runs."),
            Column.number("kv", "Its voltage."),
            Column.text("note", "Nothing."))
        .add("G1", "north", 12.5, true, 220.0, "")
        .add("g10", "South", 0.25, false, 110.0, "")
        .add("h", "south-east", null, true, null, null)
        .table();
  }

  private static List<Object> units(Table table) {
    return table.rows().stream().map(row -> row[0]).toList();
  }

  @Test
  void textIsAlignedAndNamesWhatIsEmpty() {
    String expected =
        """
        unit  bus           mw  on      kv
        G1    north       12.5  true   220
        g10   South       0.25  false  110
        h     south-east        true
        3 row(s): A unit.
        Without a value in any row: note
        """;
    assertEquals(expected, TableText.of(table()).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void tableWithoutRowsShowsItsColumns() {
    Table none = new Table.Rows("t", "A row.", Column.text("a", ""), Column.text("b", "")).table();
    assertEquals(
        "a  b\n0 row(s): A row.\n", TableText.of(none).replace(System.lineSeparator(), "\n"));
  }

  /** Ideographs and full-width signs take two columns of a terminal. */
  @ParameterizedTest
  @ValueSource(strings = {"日前", "（日", "日：", "，。", "ＡＢ", "あい", "한국", "日〈"})
  void wideSignsTakeTwoColumns(String wide) {
    Table table =
        new Table.Rows("t", "A row.", Column.text("a", ""), Column.text("b", ""))
            .add(wide, "x")
            .add("1234", "y")
            .table();
    List<String> lines = TableText.of(table).lines().toList();
    assertEquals("a     b", lines.get(0));
    assertEquals(wide + "  x", lines.get(1));
    assertEquals("1234  y", lines.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd", "éöñß", "±–…½", "Ωμσλ", "1.5%"})
  void otherSignsTakeOneColumn(String narrow) {
    Table table =
        new Table.Rows("t", "A row.", Column.text("a", ""), Column.text("b", ""))
            .add(narrow, "x")
            .add("1234", "y")
            .table();
    assertEquals(narrow + "  x", TableText.of(table).lines().toList().get(1));
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "81, 80", "200, 80"})
  void longCellsAreCutAtEighty(int length, int shown) {
    Table table = new Table.Rows("t", "", Column.text("a", "")).add("x".repeat(length)).table();
    String cell = TableText.of(table).lines().toList().get(1);
    assertEquals(shown, cell.length());
    assertEquals(length > 80, cell.endsWith("…"));
  }

  @Test
  void textsAreFoundWhateverTheirCase() {
    assertEquals(List.of("g10"), units(TableFilter.of(table()).is("bus", "SOUTH", "bus").table()));
    assertEquals(
        List.of("G1"), units(TableFilter.of(table()).is("x", "g1", "unit", "bus").table()));
    assertEquals(
        List.of("g10", "h"), units(TableFilter.of(table()).contains("x", "OUT", "bus").table()));
    assertEquals(
        List.of("h"), units(TableFilter.of(table()).contains("x", "h", "unit", "none").table()));
    assertEquals(3, TableFilter.of(table()).is("x", null, "unit").table().rows().size());
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, G1",
    "0.25, g10",
    "0..1, g10",
    "0..12.5, G1 g10",
    "12.5..12.5, G1",
    "0.25..20, G1 g10"
  })
  void numbersAreFoundByRanges(String range, String expected) {
    assertEquals(
        List.of(expected.split(" ", -1)),
        units(TableFilter.of(table()).within("mw", range, "mw").table()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1..", "..1", "a", "1...2", "", "1,5"})
  void otherTextsAreNoRanges(String range) {
    TableFilter all = TableFilter.of(table());
    assertThrows(IllegalArgumentException.class, () -> all.within("mw", range, "mw"));
  }

  /** Conditions hold together; one that no row meets at all is a slip of the pen. */
  @Test
  void conditionsHoldTogetherAndEachIsMetBySomeRow() {
    TableFilter both = TableFilter.of(table()).flag("on", true, "on").within("mw", "0..1", "mw");
    assertEquals(List.of(), units(both.table()));
    assertEquals(List.of("G1", "h"), units(TableFilter.of(table()).flag("on", true, "on").table()));
    assertEquals(3, TableFilter.of(table()).flag("on", null, "on").table().rows().size());
    TableFilter all = TableFilter.of(table());
    String said =
        assertThrows(IllegalArgumentException.class, () -> all.is("bus", "nort", "bus"))
            .getMessage();
    assertTrue(said.contains("north"), said);
    String none =
        assertThrows(IllegalArgumentException.class, () -> all.is("zone", "x", "zone"))
            .getMessage();
    assertTrue(none.contains("unit, bus, mw"), none);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 3, 1.5",
    "1.0005, 3, 1.001",
    "-1.5, 0, -2",
    "0.0004, 3, 0",
    "-0.0004, 3, 0",
    "100, 2, 100",
    "120.10, 2, 120.1",
    "0.05, 2, 0.05",
    "-0.05, 2, -0.05",
    "1e-7, 6, 0",
    "123456789.123456, 6, 123456789.123456",
    "0.1, 12, 0.1",
    "1e20, 2, 100000000000000000000",
    "999999999999999, 0, 999999999999999",
    "2.5, 10, 2.5",
    "1e-11, 10, 0"
  })
  void numbersAreTextsWithTheirDecimals(double value, int decimals, String text) {
    assertEquals(text, NumberText.of(value, decimals));
    assertEquals(Double.parseDouble(text), NumberText.rounded(value, decimals));
  }

  @Test
  void whatIsNoNumberIsNone() {
    assertEquals("", NumberText.of(Double.NaN, 3));
    assertEquals("INF", NumberText.of(Double.POSITIVE_INFINITY, 3));
    assertEquals("-INF", NumberText.of(Double.NEGATIVE_INFINITY, 3));
    assertEquals(Double.POSITIVE_INFINITY, NumberText.rounded(Double.POSITIVE_INFINITY, 3));
    assertTrue(Double.isNaN(NumberText.rounded(Double.NaN, 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "mw, MW",
    "outputMw, MW",
    "energyMwh, MWH",
    "lmpYuanPerMwh, YUAN_PER_MWH",
    "costYuan, YUAN",
    "noLoadYuanPerH, YUAN_PER_H",
    "rampMwPerH, MW_PER_H",
    "voltagePu, PER_UNIT",
    "angleDeg, DEGREES",
    "kv, KV",
    "leadHours, HOURS",
    "startMinute, MINUTE",
    "lengthMinutes, MINUTES",
    "count, NONE",
    "share, NONE",
    "yuan, YUAN",
    "mwh, MWH",
    "flowM3PerS, M3_PER_S"
  })
  void dimensionIsTheLongestUnitThatANameEndsWith(String name, Dimension dimension) {
    assertEquals(dimension, Dimension.of(name));
  }

  @Test
  void rowsFitTheirColumns() {
    Table.Rows rows = new Table.Rows("t", "", Column.text("a", ""), Column.whole("n", ""));
    assertThrows(IllegalArgumentException.class, () -> rows.add("x"));
    assertThrows(IllegalArgumentException.class, () -> rows.add("x", 1L, 2L));
    List<Column> twice = List.of(Column.text("a", ""), Column.text("a", ""));
    assertThrows(IllegalArgumentException.class, () -> new Table("t", "", twice, List.of()));
    assertEquals(-1, table().indexOf("none"));
    assertEquals(2, table().indexOf("mw"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "5, 1000000, true", "-1, 1, false", "0, 0, false", "0, 1000001, false"})
  void partsOfRowsHaveBounds(long offset, int limit, boolean allowed) {
    if (allowed) {
      assertEquals(limit, new RowRange(offset, limit).limit());
    } else {
      assertThrows(IllegalArgumentException.class, () -> new RowRange(offset, limit));
    }
  }

  /** No spreadsheet takes a text for a formula; numbers stay numbers, and all come back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=1+1|'=1+1",
        "@x|'@x",
        "-1|-1",
        "+1.5e3|+1.5e3",
        "-1+1|'-1+1",
        "'=x|''=x",
        "'x|'x",
        "-|'-",
        "x=1|x=1",
        "''@|'''@",
        "+|'+"
      })
  void cellsStartNoFormula(String text, String cell) {
    assertEquals(cell, CsvFile.inert(text));
    assertEquals(text, CsvFile.original(cell));
    Table table =
        new Table.Rows("t", "", Column.text("a", ""), Column.text("b", "")).add(text, "y").table();
    assertEquals(List.of(List.of(text, "y")), CsvFile.rows(CsvFile.bytes(table)));
    assertTrue(new String(CsvFile.bytes(table), StandardCharsets.UTF_8).contains(cell));
  }

  /** The widths of Unicode (East Asian Width), at the ends of its ranges. */
  @ParameterizedTest
  @CsvSource({
    "10FF, 1", "1100, 2", "115F, 2", "1160, 1", "2500, 1", "2E80, 2", "3041, 2", "33FF, 2",
    "4E00, 2", "AC00, 2", "D7A3, 2", "FE2F, 1", "FE30, 2", "FE4F, 2", "FE70, 1", "FF01, 2",
    "FF60, 2", "FF61, 1", "FFE0, 2", "FFE6, 2", "FFE8, 1", "20000, 2"
  })
  void signsTakeTheColumnsThatUnicodeSays(String hex, int columns) {
    String sign = Character.toString(Integer.parseInt(hex, 16));
    Table table =
        new Table.Rows("t", "A row.", Column.text("a", ""), Column.text("b", ""))
            .add(sign, "x")
            .add("1234", "y")
            .table();
    assertEquals(
        sign + " ".repeat(4 - columns + 2) + "x", TableText.of(table).lines().toList().get(1));
  }
}
