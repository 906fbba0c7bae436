package org.gridclear.settlement.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.file.DamagedFileException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers row by row, also where a write was cut off. */
// Rows: U-01
class RegisterRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  @TempDir private Path folder;
  private Path file = Path.of("");
  private AppendOnly register = new AppendOnly(file, "");

  @BeforeEach
  void open() {
    file = folder.resolve("r.csv");
    register = new AppendOnly(file, "number,member,yuan");
  }

  @Test
  void rowsStandBelowTheHeaderInTheirOrder() throws IOException {
    assertEquals(0, register.rows().size());
    register.add("B1", "north power", "1.000");
    register.add("B2", "b", "-2.000");
    assertEquals("number,member,yuan\nB1,north power,1.000\nB2,b,-2.000\n", Files.readString(file));
    assertArrayEquals(new String[] {"B1", "north power", "1.000"}, register.rows().get(0));
    assertArrayEquals(new String[] {"B2", "b", "-2.000"}, register.rows().get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a,b", "a\nb", "a\rb", "a\"b", "\n"})
  void cellsThatWouldBreakTheTableAreRefused(String cell) {
    assertThrows(IllegalArgumentException.class, () -> register.add("B1", cell, "1"));
    assertEquals(false, Files.exists(file));
  }

  /** A row that was cut off is damaged, and does not swallow the row after it. */
  @ParameterizedTest
  @ValueSource(strings = {"B", "B2", "B2,", "B2,c", "B2,b"})
  void rowThatWasCutOffIsSeen(String torn) throws IOException {
    Files.writeString(file, "number,member,yuan\nB1,a,1.000\n" + torn);
    register.add("B3", "c", "3.000");
    assertTrue(Files.readString(file).endsWith("\n" + torn + "\nB3,c,3.000\n"));
    String said = assertThrows(DamagedFileException.class, register::rows).getMessage();
    assertTrue(said.contains("line 3") && said.contains("3 are needed"), said);
  }

  /** Only its line break was cut off: both rows are there. */
  @Test
  void wholeRowWithoutItsLineBreakStays() throws IOException {
    Files.writeString(file, "number,member,yuan\nB1,a,1.000");
    register.add("B2", "b", "2.000");
    assertEquals(List.of("B1", "B2"), register.rows().stream().map(cells -> cells[0]).toList());
  }

  @Test
  void fileThatIsThereAndEmptyIsBegunWithItsHeader() throws IOException {
    Files.writeString(file, "");
    register.add("B1", "a", "1.000");
    assertEquals("number,member,yuan\nB1,a,1.000\n", Files.readString(file));
  }

  /** A first row in place of the header would be left out, such as a lock of a day. */
  @ParameterizedTest
  @ValueSource(strings = {"B1,a,1.000", "number,member,yua", "number,member,yuan,more", "", ",,"})
  void lineInPlaceOfTheHeaderIsSeen(String first) throws IOException {
    Files.writeString(file, first + "\nB2,b,2.000,x\n");
    String said = assertThrows(DamagedFileException.class, register::rows).getMessage();
    assertTrue(said.contains("line 1 is not the header number,member,yuan"), said);
  }

  @Test
  void registerOfAnEarlierVersionHasFewerColumns() throws IOException {
    Files.writeString(file, "number,member\nB1,a\nB2,b,2.000\n");
    assertArrayEquals(new String[] {"B1", "a"}, register.rows().get(0));
    assertArrayEquals(new String[] {"B2", "b", "2.000"}, register.rows().get(1));
  }

  private static Issue issue(Rule rule) {
    return new Issue(rule, "meters.csv", "m1", "energy", "x", "Give it.");
  }

  private static Rule of(Severity severity) {
    for (Rule rule : Rule.values()) {
      if (rule.severity() == severity
          && !List.of(Rule.SUBSTITUTED, Rule.CONTRACT_SETTLED, Rule.PLAUSIBLE).contains(rule)) {
        return rule;
      }
    }
    throw new IllegalStateException(severity.name());
  }

  /** Errors cannot be settled; what stands in for data is to be verified; other notices are not. */
  @ParameterizedTest
  @CsvSource({
    "'', PASSED, QUALIFIED", "W, PASSED, QUALIFIED", "S, PASSED, TO_BE_VERIFIED",
    "W S, PASSED, TO_BE_VERIFIED", "E, FAILED, UNQUALIFIED", "S E, FAILED, UNQUALIFIED",
    "P, PASSED, TO_BE_VERIFIED", "C, PASSED, TO_BE_VERIFIED"
  })
  void stateOfADayFollowsFromItsIssues(
      String kinds, DataStates.Check check, DataStates.Quality quality) {
    List<Issue> issues = new ArrayList<>();
    for (String kind : kinds.isEmpty() ? List.<String>of() : List.of(kinds.split(" ", -1))) {
      issues.add(
          issue(
              switch (kind) {
                case "S" -> Rule.SUBSTITUTED;
                case "P" -> Rule.PLAUSIBLE;
                case "C" -> Rule.CONTRACT_SETTLED;
                case "E" -> of(Severity.ERROR);
                default -> of(Severity.WARNING);
              }));
    }
    assertEquals(new DataStates.State(check, quality), DataStates.of(issues));
    DataStates states = new DataStates(folder);
    assertEquals(Optional.empty(), states.last(DAY));
    states.add(DAY, List.of(issue(Rule.SUBSTITUTED)), "2026-10-06T00:00Z");
    states.add(DAY.plusDays(1), List.of(), "2026-10-06T00:00Z");
    assertEquals(
        new DataStates.State(check, quality), states.add(DAY, issues, "2026-10-07T00:00Z"));
    assertEquals(Optional.of(new DataStates.State(check, quality)), states.last(DAY));
    assertEquals(
        DataStates.Quality.QUALIFIED, states.last(DAY.plusDays(1)).orElseThrow().quality());
  }
}
