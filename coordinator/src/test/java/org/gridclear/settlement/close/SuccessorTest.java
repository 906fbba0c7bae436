package org.gridclear.settlement.close;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridclear.cli.Shell;
import org.gridclear.file.DamagedFileException;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.process.ClosedMonths;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions of a month are one chain: each names the next, by its seal, once. */
// Rows: P-10, S-16
class SuccessorTest {
  @TempDir private static Path made;
  private static ClosedMonths first;
  @TempDir private Path folder;
  private ClosedMonths month;

  @BeforeAll
  static void correct() throws IOException {
    first = ClosedMonths.make(made);
    first.correct();
  }

  @BeforeEach
  void close() throws IOException {
    month = first.copied(folder.resolve("a"));
    Successor.release(month.close());
  }

  /** The correction that was made, beside a copy of its close. */
  private Path corrected() throws IOException {
    Path second = month.close().resolveSibling("v2");
    new ClosedMonths(made.resolve("v2"), first.live(), first.correction())
        .copied(folder.resolve("b"));
    Files.move(folder.resolve("b/v1"), second);
    Files.copy(made.resolve("v1").resolve(Successor.NAME), month.close().resolve(Successor.NAME));
    return second;
  }

  private static String last(Path close) {
    try (CloseFolder first = CloseFolder.open(close)) {
      CloseFolder last = MonthCorrection.last(first);
      String seal = last.seal().hash();
      if (last != first) {
        last.close();
      }
      return seal;
    }
  }

  private static String seal(Path close) {
    return Seal.read(close).hash();
  }

  private static String damaged(Path close) {
    return assertThrows(DamagedFileException.class, () -> last(close)).getMessage();
  }

  @Test
  void theLastOneIsFoundFromEveryVersion() throws IOException {
    try (CloseFolder only = CloseFolder.open(month.close())) {
      assertSame(only, MonthCorrection.last(only));
    }
    Path second = corrected();
    assertNotEquals(seal(month.close()), seal(second));
    assertEquals(seal(second), last(month.close()));
    assertEquals(seal(second), last(second));
    Successor next = Successor.of(month.close()).orElseThrow();
    assertEquals(second.toAbsolutePath().normalize(), next.folder());
    assertEquals(seal(second), next.seal());
    assertEquals(Optional.empty(), Successor.of(second));
  }

  /** A folder of the right name with another close: a correction of it would be of other books. */
  @Test
  void anotherCloseInTheFolderOfTheSuccessorIsRefused() throws IOException {
    Path other = month.copied(folder.resolve("c")).correct();
    Path second = corrected();
    FolderSwap.delete(second);
    Files.move(other, second);
    String said = damaged(month.close());
    assertTrue(said.contains(second.resolve("seal.txt").toString()), said);
    assertTrue(said.contains("made a successor"), said);
    Shell.Ended ended =
        Shell.run(
            "settle",
            "correct",
            month.close().toString(),
            month.correction().toString(),
            "--out",
            folder.resolve("v3").toString(),
            "--quiet");
    assertEquals(2, ended.code(), ended.text());
    assertFalse(Files.exists(folder.resolve("v3")), "nothing is written");
  }

  /** Three versions whose last one names a damaged successor: the second one was open by then. */
  @Test
  void versionsOpenedOnTheWayAreClosedWhereTheChainBreaks() throws IOException {
    Path open = Path.of("/proc/self/fd");
    Assumptions.assumeTrue(Files.isDirectory(open), "this system does not list open files");
    Path second = corrected();
    Files.writeString(second.resolve(Successor.NAME), "nothing\n");
    try (CloseFolder first = CloseFolder.open(month.close())) {
      String said =
          assertThrows(DamagedFileException.class, () -> MonthCorrection.last(first)).getMessage();
      assertTrue(said.contains(second.resolve(Successor.NAME).toString()), said);
      assertEquals(List.of(), opened(open, second), "the second version is closed");
      assertFalse(opened(open, month.close()).isEmpty(), "the first one stays with its owner");
      assertEquals(3, first.month().days());
    }
  }

  private static List<Path> opened(Path open, Path folder) throws IOException {
    Path real = folder.toRealPath();
    List<Path> opened = new ArrayList<>();
    try (Stream<Path> links = Files.list(open)) {
      for (Path link : links.toList()) {
        Path file = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link) : link;
        if (file.startsWith(real)) {
          opened.add(file);
        }
      }
    }
    return opened;
  }

  @Test
  void aLinkThatWasChangedIsRefused() throws IOException {
    corrected();
    Path file = month.close().resolve(Successor.NAME);
    String text = Files.readString(file);
    for (String broken :
        List.of(
            "",
            text.replaceFirst("v2", "v3"),
            text.replaceFirst("\n[0-9a-f]", "\ng"),
            text.substring(0, text.lastIndexOf('\n', text.length() - 2)),
            text + "more\n")) {
      Files.writeString(file, broken);
      String said = damaged(month.close());
      assertTrue(said.contains(file.toString()), said);
      assertTrue(
          ChainCheck.differences(month.close()).stream()
              .anyMatch(each -> each.contains("successor")),
          "the check of the chain says it too");
    }
    Files.writeString(file, text);
    assertEquals(List.of(), ChainCheck.differences(month.close()));
  }

  /** Of two corrections at once one is the next; the other is told so and changes nothing. */
  @Test
  void aCloseIsClaimedOnce() throws IOException {
    Path close = month.close();
    Successor.claim(close, close.resolveSibling("x"), "11");
    String claimed = Files.readString(close.resolve(Successor.NAME));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> Successor.claim(close, close.resolveSibling("y"), "22"))
            .getMessage();
    assertTrue(said.contains("in the meantime"), said);
    assertEquals(claimed, Files.readString(close.resolve(Successor.NAME)));
    Successor.release(close);
    Successor.release(close);
    assertEquals(Optional.empty(), Successor.of(close));
    Successor.claim(close, close.resolveSibling("y"), "22");
    assertEquals("22", Successor.of(close).orElseThrow().seal());
  }

  /** As a kill leaves it between the claim and the move: what to do is said, and then it works. */
  @Test
  void aCorrectionThatBrokeOffIsMadeAgainWithTheSameBooks() throws IOException {
    Path second = corrected();
    String books = record(second).bookHash();
    List<String> changes = Files.readAllLines(second.resolve("changes.csv"));
    FolderSwap.delete(second);
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> Successor.refuse(month.close(), "billed"))
            .getMessage();
    assertTrue(said.contains("is not billed any more"), said);
    assertTrue(said.contains("that folder is not there"), said);
    assertTrue(said.endsWith("delete " + month.close().resolve(Successor.NAME) + "."), said);
    Files.delete(month.close().resolve(Successor.NAME));
    month.correct();
    assertEquals(books, record(second).bookHash());
    assertEquals(changes, Files.readAllLines(second.resolve("changes.csv")));
  }

  private static CloseRecord record(Path close) {
    try (CloseFolder open = CloseFolder.open(close)) {
      return open.record();
    }
  }
}
