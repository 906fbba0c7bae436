package org.gridclear.web.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.table.Column;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

/** Parts of a table as a call asks for them. */
class TablePageTest {
  private static final Table TABLE =
      new Table.Rows(
              "things",
              "things",
              Column.text("id", "Id."),
              Column.number("powerMw", "Power."),
              Column.whole("count", "Count."),
              Column.flag("on", "On."))
          .add("b", 12345678.0, 2, true)
          .add("A", 0.0005, null, false)
          .add("c", null, 10, true)
          .add(null, -3.5, 1, false)
          .table();

  private static List<String> ids(ResponseEntity<byte[]> answer) throws IOException {
    List<String> ids = new ArrayList<>();
    Json.MAPPER
        .readTree(answer.getBody())
        .forEach(row -> ids.add(row.get("id").isNull() ? "-" : row.get("id").asString()));
    return ids;
  }

  private static ResponseEntity<byte[]> page(String search, String sort, Long offset, Integer limit)
      throws IOException {
    return new TablePage(search, sort, offset, limit, null).of(TABLE);
  }

  private static String total(ResponseEntity<byte[]> answer) {
    return answer.getHeaders().getFirst("X-Total-Count");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, b A",
    "1, 2, A c",
    "3, 2, -",
    "4, 2, ''",
    "99, 1, ''",
    "0, 1000000, b A c -",
    "9223372036854775807, 1000000, ''",
    "9223372036854775807, 1, ''",
  })
  void aPartIsWhatLiesInItAndTheHeaderCountsAll(long offset, int limit, String expected)
      throws IOException {
    ResponseEntity<byte[]> answer = page(null, null, offset, limit);
    assertEquals(expected, String.join(" ", ids(answer)));
    assertEquals("4", total(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "id, - A b c",
    "-id, c b A -",
    "powerMw, c - A b",
    "-powerMw, b A - c",
    "count, A - b c",
    "-count, c b - A",
    "on, A - b c",
    "'', b A c -",
    "' ', b A c -",
  })
  void rowsAreSortedByAColumnWithWhatIsMissingAsTheLeast(String sort, String expected)
      throws IOException {
    assertEquals(expected, String.join(" ", ids(page(null, sort, null, null))));
  }

  /** A number is found as it is read: 12345678 and 0.0005, not 1.2345678E7 and 5.0E-4. */
  @ParameterizedTest
  @CsvSource({
    "a, A",
    "B, b",
    "' b ', b",
    "12345678, b",
    "0.0005, A",
    "-3.5, -",
    "10, c",
    "E7, ''",
    "zzz, ''",
    "null, ''",
  })
  void aTextIsSoughtInAllCellsAsTheyAreShown(String search, String expected) throws IOException {
    // The flags are left out of the hand's list: 'true' and 'false' have an a and an e.
    Table some =
        new Table(
            TABLE.name(),
            TABLE.description(),
            TABLE.columns().subList(0, 3),
            TABLE.rows().stream().map(row -> java.util.Arrays.copyOf(row, 3)).toList());
    ResponseEntity<byte[]> answer = new TablePage(search, null, null, null, null).of(some);
    assertEquals(expected, String.join(" ", ids(answer)));
    assertEquals(Integer.toString(ids(answer).size()), total(answer));
  }

  @Test
  void aBlankSearchIsNoneAndThePartIsOfWhatIsFound() throws IOException {
    assertEquals("4", total(page(" ", null, null, null)));
    ResponseEntity<byte[]> answer = page("true", "-count", 1L, 1);
    assertEquals(List.of("b"), ids(answer));
    assertEquals("2", total(answer));
  }

  @Test
  void rowsThatHaveATextInOneColumn() {
    assertEquals(1, TablePage.having(TABLE, "id", "a").rows().size());
    assertEquals(1, TablePage.having(TABLE, "powerMw", "0.0005").rows().size());
    assertEquals(4, TablePage.having(TABLE, "id", null).rows().size());
    assertEquals(4, TablePage.having(TABLE, "id", "  ").rows().size());
    assertEquals(0, TablePage.having(TABLE, "id", "d").rows().size());
    assertThrows(IllegalArgumentException.class, () -> TablePage.having(TABLE, "name", null));
  }

  @Test
  void anUnknownColumnFormatOrPartIsRefused() {
    UnknownNameException column =
        assertThrows(UnknownNameException.class, () -> page(null, "-coun", null, null));
    assertTrue(column.getMessage().contains("count"), column.getMessage());
    assertThrows(IllegalArgumentException.class, () -> page(null, null, -1L, null));
    assertThrows(IllegalArgumentException.class, () -> page(null, null, null, 0));
    assertThrows(
        IllegalArgumentException.class, () -> page(null, null, null, RowRange.LIMIT_MAX + 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TablePage(null, null, null, null, "table").of(TABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "json, JSON, application/json",
    "csv, CSV, text/csv;charset=UTF-8",
    "parquet, PARQUET, application/vnd.apache.parquet",
    "xlsx, XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  })
  void aFormatHasItsWordAndItsType(String word, TableFormat format, String type)
      throws IOException {
    assertEquals(format, TableAnswer.format(word));
    ResponseEntity<byte[]> answer = TableAnswer.of(TABLE, word);
    assertEquals(type, String.valueOf(answer.getHeaders().getContentType()));
    assertTrue(answer.getBody().length > 0);
    ResponseEntity<byte[]> told = TableAnswer.withFindings(TABLE, word, 3);
    assertEquals("3", told.getHeaders().getFirst("X-Findings"));
    assertEquals(type, String.valueOf(told.getHeaders().getContentType()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "", "xls", "table", "csv "})
  void anotherWordIsNoFormat(String word) {
    assertThrows(IllegalArgumentException.class, () -> TableAnswer.format(word));
  }

  @Test
  void theCellsOfAnAnswerAreThoseOfTheTable() throws IOException {
    String csv =
        new String(
            new TablePage(null, "id", 1L, 1, "csv").of(TABLE).getBody(), StandardCharsets.UTF_8);
    assertEquals("id,powerMw,count,on\nA,0.0005,,false\n", csv.replace("\"\"", ""));
  }

  @Test
  void aVerdictIsOneOfTwoWords() {
    assertTrue(new Verdict("approved", null).isApproved());
    assertFalse(new Verdict("rejected", "late").isApproved());
    assertEquals("", new Verdict("approved", null).why());
    assertEquals("late", new Verdict("rejected", "late").why());
    for (String word : new String[] {null, "", "Approved", "yes"}) {
      assertThrows(IllegalArgumentException.class, () -> new Verdict(word, "").isApproved());
    }
    assertEquals("", new Reason(null).text());
    assertEquals("x", new Reason("x").text());
  }
}
