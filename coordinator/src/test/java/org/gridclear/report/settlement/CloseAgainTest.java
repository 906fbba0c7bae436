package org.gridclear.report.settlement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridclear.report.FolderSwap;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.table.CsvFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A close that broke off leaves nothing in its place; made again it is the same, byte for byte. */
// Rows: P-10, U-03
class CloseAgainTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T03:04:05Z"), ZoneOffset.UTC);

  /** What no measured time is in. */
  private static final List<String> FILES =
      List.of(
          "books.bin",
          "inputs.bin",
          "month.bin",
          "close.json",
          "items.csv",
          "totals.csv",
          "trial-balance.csv",
          "reconciliation.csv",
          "weeks.csv");

  @TempDir private static Path folder;
  private static SettlementSource source;
  private static Path whole;

  /** Another grid, of which nothing knows the first close. */
  private static LocalGrid grid;

  private static StudyRuns runs;

  /** Where a close breaks off. */
  enum Kill {
    BEFORE_THE_CHARGES,
    AFTER_THE_CHARGES,
    AFTER_THE_BOOKS,
    AFTER_THE_SEAL
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void closeWithoutAKill() throws IOException {
    Path input = folder.resolve("input");
    SyntheticMonth.write(new SyntheticMonth.Options(YearMonth.of(2026, 10), 24, 4, 1, 9, 0), input);
    for (String file : List.of("members.csv", "entities.csv")) {
      Path path = input.resolve(file);
      Files.writeString(
          path, Files.readString(path).replace("MUS00007", "\"Mill \"\"7\"\", east\""));
    }
    source = SettlementReader.open(input);
    whole = folder.resolve("whole/c");
    try (LocalGrid first = new LocalGrid(2);
        StudyRuns alone = runs(first)) {
      assertEquals(1, close(alone, whole, null).units());
    }
    grid = new LocalGrid(1);
    runs = runs(grid);
  }

  @AfterAll
  static void shut() {
    runs.close();
    grid.close();
  }

  private static ActorStudyRuns runs(LocalGrid grid) {
    return new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, CLOCK);
  }

  private static Closing.Outcome close(StudyRuns runs, Path target, Kill kill) throws IOException {
    Function<RunHandle, RunResult> await =
        handle -> {
          killed(kill, Kill.BEFORE_THE_CHARGES);
          RunResult result = handle.result().join();
          killed(kill, Kill.AFTER_THE_CHARGES);
          return result;
        };
    Closing closing = new Closing(runs, CLOCK, await, null);
    Closing.Outcome[] outcome = new Closing.Outcome[1];
    FolderSwap.writeOnce(
        target,
        aside -> {
          outcome[0] = closing.close(source, aside, "c", "");
          killed(kill, Kill.AFTER_THE_BOOKS);
          new CloseWriting(true, Set.of()).fill(aside, target, outcome[0]);
          killed(kill, Kill.AFTER_THE_SEAL);
        });
    return outcome[0];
  }

  private static void killed(Kill kill, Kill here) {
    if (kill == here) {
      throw new Killed();
    }
  }

  private static void same(Path close) throws IOException {
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(close.resolve(file)), file);
    }
  }

  @ParameterizedTest
  @EnumSource(Kill.class)
  void aKilledCloseIsMadeAgainTheSame(Kill kill) throws IOException {
    Path parent = folder.resolve(kill.name());
    Path target = parent.resolve("c");
    assertThrows(Killed.class, () -> close(runs, target, kill));
    assertFalse(Files.exists(target), "a close is there as a whole or not at all");
    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.toList(), "nothing lies beside it");
    }
    Closing.Outcome again = close(runs, target, null);
    if (kill != Kill.BEFORE_THE_CHARGES) {
      assertEquals(0, again.units(), "what the grid knows is not computed again");
    }
    same(target);
    try (CloseFolder close = CloseFolder.open(target)) {
      assertEquals(List.of(), close.seal().differences());
    }
  }

  @Test
  void aCloseIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(whole.resolve("seal.txt"));
    assertThrows(IOException.class, () -> close(runs, whole, null));
    assertArrayEquals(before, Files.readAllBytes(whole.resolve("seal.txt")));
  }

  /** A member whose id has a comma and quotes stands in its cell, and amounts in theirs. */
  @Test
  void namesWithCommasAndQuotesStandInTheirCells() throws IOException {
    List<List<String>> totals = CsvFile.rows(Files.readAllBytes(whole.resolve("totals.csv")));
    assertTrue(totals.size() > 100);
    List<List<String>> own = totals.stream().filter(row -> row.get(0).equals("US00007")).toList();
    assertFalse(own.isEmpty());
    for (List<String> row : totals) {
      assertEquals(7, row.size(), row::toString);
    }
    for (List<String> row : own) {
      assertEquals("Mill \"7\", east", row.get(1));
      assertEquals("user", row.get(2));
    }
  }
}
