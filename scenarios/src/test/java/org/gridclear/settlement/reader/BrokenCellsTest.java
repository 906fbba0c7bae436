package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One cell of one file is broken at a time: file, line, column, value, rule and advice say it. */
// Rows: O-17, Q-06
class BrokenCellsTest {
  /** Columns by what their cells are; {@code !} where a cell has to be given. */
  private static final String COLUMNS =
      """
      members.csv member text! name text! from date to date
      entities.csv member text! class choice! point text! capacityMw number minimumMw number
      entities.csv obligationMw number heldMw number from date to date
      meters.csv multiplier number! fullScale number! from date to date
      relations.csv meter text! entity text! sign whole! share number! from date to date
      tariffs.csv tariff text! yuanPerMwh number! from date to date
      contracts.csv contract text! seller text! buyer text! point text! market choice kind choice
      contracts.csv from date to date
      rights.csv right text! entity text! source text! sink text! mw number! from date to date
      offers.csv noLoadYuanPerH number! startUpYuan number! segments offer! from date to date
      before.csv entity text! daMwh number! meteredMwh number!
      calendar.csv date date! type choice!
      days/2026-10-01/exchanges.csv meter text! series series interval whole!
      days/2026-10-01/exchanges.csv firstReading number multiplier number fullScale number
      days/2026-10-01/exchanges.csv lastReading number
      days/2026-10-01/events.csv entity text! item text! quantity number! yuan number!
      days/2026-10-01/registers.csv meter text! series series 0 number 1 number 24 number
      """;

  private static final Map<String, List<String>> BROKEN =
      Map.of(
          "text", List.of(),
          "date", List.of("2026-13-01 FMT-05", "2026-02-29 FMT-05", "1.10.2026 FMT-05"),
          "choice", List.of("zz FMT-05", "Da FMT-05"),
          "series", List.of("zz FMT-03", "forward FMT-03"),
          "whole", List.of("0.5 FMT-05", "7.7 FMT-05", "99 SET-05", "NaN FMT-05"),
          "offer", List.of("100 FMT-05", "100:1:2 FMT-05", "x:1 FMT-05"),
          "number",
              List.of(
                  "zz FMT-05",
                  "NaN FMT-05",
                  "0.00000000001 FMT-05",
                  "99999999999999999999 SET-05",
                  "9999999999999999 SET-05"));

  private static final Map<String, List<Issue>> SAID = new HashMap<>();

  @TempDir private static Path folder;
  private static EveryFile files;

  @BeforeAll
  static void write() {
    files = new EveryFile(folder);
  }

  @Test
  void theFolderIsWholeBeforeSomethingIsBroken() {
    assertEquals(List.of(), EveryFile.issues(files.whole()));
  }

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (String line : COLUMNS.lines().toList()) {
      String[] words = line.split(" ", -1);
      for (int w = 1; w < words.length; w += 2) {
        String kind = words[w + 1].replace("!", "");
        for (String broken : BROKEN.get(kind)) {
          String[] pair = broken.split(" ", -1);
          cells.add(Arguments.of(words[0], words[w], pair[0], pair[1]));
        }
        if (words[w + 1].endsWith("!")) {
          cells.add(Arguments.of(words[0], words[w], "", "FMT-04"));
        }
      }
    }
    return cells.stream();
  }

  /**
   * What the month says. All cells of a kind in a record of the registry are broken at once, since
   * all errors are told at once; of the day each by itself.
   */
  private static List<Issue> issues(String file, String column, String cell) {
    if (file.startsWith("days/") || cell.isEmpty()) {
      return EveryFile.issues(files.withCell(file, List.of(column), cell));
    }
    List<String> columns = alike(file, column);
    return SAID.computeIfAbsent(
        file + columns + cell, key -> EveryFile.issues(files.withCell(file, columns, cell)));
  }

  private static List<String> alike(String file, String column) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (String line : COLUMNS.lines().filter(each -> each.startsWith(file + " ")).toList()) {
      String[] words = line.split(" ", -1);
      for (int w = 1; w < words.length; w += 2) {
        kinds.put(words[w], words[w + 1].replace("!", ""));
      }
    }
    return kinds.keySet().stream()
        .filter(each -> kinds.get(each).equals(kinds.get(column)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aBrokenCellIsRefusedByItsPlace(String file, String column, String cell, String rule) {
    List<Issue> issues = issues(file, column, cell);
    List<Issue> named =
        issues.stream()
            .filter(issue -> issue.file().equals(file) && issue.element().equals("line 2"))
            .filter(issue -> issue.field().equals(column))
            .toList();
    assertFalse(named.isEmpty(), () -> "not named: " + issues);
    Issue issue = named.get(0);
    assertEquals(rule, issue.rule().id(), issue::line);
    assertEquals(Severity.ERROR, issue.rule().severity());
    assertEquals(cell, issue.value());
    assertFalse(issue.advice().isBlank());
  }
}
