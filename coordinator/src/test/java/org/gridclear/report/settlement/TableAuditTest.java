package org.gridclear.report.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gridclear.market.MarketDay;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseRecomputation;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who changes a table of a close and seals it anew is found by what the books give. */
// Rows: P-10, U-03
class TableAuditTest {
  @TempDir private static Path folder;
  private static ClosedMonths months;
  private static CloseRecomputation books;
  private static int made;

  @BeforeAll
  static void recompute() throws IOException {
    months = ClosedMonths.make(folder);
    try (CloseFolder close = CloseFolder.open(months.close())) {
      books = CloseRecomputation.of(close);
    }
    assertEquals(List.of(), books.differences());
  }

  private static Path copy() throws IOException {
    return months.copied(folder.resolve("c" + ++made)).close();
  }

  private static List<String> audit(Path close) throws IOException {
    try (CloseFolder open = CloseFolder.open(close)) {
      assertEquals(List.of(), open.seal().differences(), "the seal is whole");
      return TableAudit.differences(open, books.closed(), List.of());
    }
  }

  /** What is found where a file is another, with a seal of its own. */
  private static List<String> changed(String file, UnaryOperator<String> change)
      throws IOException {
    Path close = copy();
    String before = Files.readString(close.resolve(file));
    String after = change.apply(before);
    assertNotEquals(before, after, "the edit changes nothing");
    Files.writeString(close.resolve(file), after);
    Seal.write(close, Map.of());
    return audit(close);
  }

  @Test
  void theTablesOfTheBooksAgree() throws IOException {
    assertEquals(List.of(), audit(months.close()));
  }

  /** The last digit of the last row, by 0.001 yuan or 0.0001 MWh. */
  @ParameterizedTest
  @ValueSource(
      strings = {"items.csv", "totals.csv", "trial-balance.csv", "reconciliation.csv", "weeks.csv"})
  void aDigitIsFound(String file) throws IOException {
    assertEquals(
        List.of(file + ": it differs from what the books give"),
        changed(
            file,
            text -> {
              int at = text.length() - 1;
              while (!Character.isDigit(text.charAt(at))) {
                at--;
              }
              char other = text.charAt(at) == '9' ? '8' : (char) (text.charAt(at) + 1);
              return text.substring(0, at) + other + text.substring(at + 1);
            }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"items.csv", "totals.csv", "trial-balance.csv", "reconciliation.csv", "weeks.csv"})
  void aRowThatIsGoneIsFound(String file) throws IOException {
    assertEquals(
        List.of(file + ": it differs from what the books give"),
        changed(file, text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1)));
  }

  /** Of the summary every figure that follows from the books; what was measured may differ. */
  @ParameterizedTest
  @CsvSource({
    "month, '\"2026-11\"', true",
    "days, 4, true",
    "entities, 25, true",
    "intervals, 1, true",
    "items, 1, true",
    "residualMilliYuan, 1, true",
    "comparisons, 1, true",
    "bookHash, '\"00\"', true",
    "previousHash, '\"00\"', true",
    "billable, false, true",
    "findings, '[\"something\"]', true",
    "seconds, 99.5, false",
    "cpuSeconds, 99.5, false",
    "peakMb, 99, false"
  })
  void aFigureOfTheSummaryIsFound(String name, String value, boolean found) throws IOException {
    List<String> differences =
        changed(
            "summary.json",
            text ->
                text.replaceFirst(
                    "\"" + name + "\"\\s*:\\s*(\\[[^]]*]|[^,}\\n]+)",
                    "\"" + name + "\" : " + value));
    assertEquals(
        found ? List.of("summary.json: it differs from what the books give") : List.of(),
        differences);
  }

  /** What a person reads first: a total, a balance, the verdict, a file that it lists. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"billable\":true|\"billable\":false",
        "\"month\":\"2026-10\"|\"month\":\"2026-09\"",
        "\"residual\":\"0.000\"|\"residual\":\"0.001\"",
        "\"total\":\"|\"total\":\"1",
        "\"end\":\"|\"end\":\"1",
        "\"items.csv\"|\"item.csv\""
      })
  void aFigureOfThePageIsFound(String from, String to) throws IOException {
    assertEquals(
        List.of("report.html: it shows something else than the books give"),
        changed("report.html", text -> text.replaceFirst(Pattern.quote(from), to)));
  }

  /** Pages of closes are of the version that made them; their words and looks are no figures. */
  @Test
  void thePageMayHaveOtherScripts() throws IOException {
    assertEquals(List.of(), changed("report.html", text -> text.replace("</style>", "\n</style>")));
  }

  @Test
  void aPageWithoutDataIsNamed() throws IOException {
    List<String> differences = changed("report.html", text -> "<html></html>");
    assertEquals(1, differences.size(), differences::toString);
    assertTrue(differences.get(0).startsWith("report.html: "), differences::toString);
  }

  /** The same figures stand in the same order in every process. */
  @Test
  void itemsAndPoolsOfThePageStandInOneOrder() throws IOException {
    String page = Files.readString(months.close().resolve("report.html"));
    assertTrue(page.contains("\"items\":[{\"code\":"), "an item begins with its code");
    assertTrue(page.contains("\"pools\":[{\"name\":"), "a pool begins with its name");
  }

  /** A workbook or a Parquet file of other tables, sealed anew. */
  @Test
  void tablesBesideTheCsvFilesAreThoseOfTheCsvFiles() throws IOException {
    Path close = copy();
    DataPackage.write(close, "t", MarketDay.YUAN, EnumSet.allOf(TableFormat.class));
    Seal.write(close, Map.of());
    assertEquals(List.of(), audit(close));
    Path totals = close.resolve("totals.csv");
    String whole = Files.readString(totals);
    Files.writeString(totals, whole.replaceFirst("(\\d)\\.(\\d)", "$1.9"));
    DataPackage.write(close, "t", MarketDay.YUAN, EnumSet.allOf(TableFormat.class));
    Files.writeString(totals, whole);
    Seal.write(close, Map.of());
    assertEquals(
        List.of(
            "report.xlsx: it differs from what the books give",
            "totals.parquet: it differs from what the books give"),
        audit(close));
  }

  @Test
  void aSummaryThatIsNoneIsNamed() throws IOException {
    List<String> differences = changed("summary.json", text -> text.substring(0, 20));
    assertEquals(1, differences.size());
    assertTrue(differences.get(0).startsWith("summary.json: "), differences::toString);
  }

  @Test
  void aTableThatIsGoneIsNamed() throws IOException {
    Path close = copy();
    Files.delete(close.resolve("totals.csv"));
    Seal.write(close, Map.of());
    List<String> differences = audit(close);
    assertEquals(2, differences.size(), "the page lists it: " + differences);
    assertTrue(differences.get(0).contains("totals.csv"), differences::toString);
    assertTrue(differences.get(1).contains("report.html"), differences::toString);
  }
}
