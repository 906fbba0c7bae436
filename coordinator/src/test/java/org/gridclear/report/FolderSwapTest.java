package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.file.Aside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {
  @TempDir Path parent;

  /** What a folder made in the plain way may be read by is what a report may be read by. */
  @Test
  void aWrittenFolderIsReadableByWhomTheUmaskLets() throws Exception {
    Path plain = Files.createDirectory(parent.resolve("plain"));
    FolderSwap.merge(
        parent.resolve("report"), folder -> Files.writeString(folder.resolve("a"), ""));
    assertEquals(
        Files.getPosixFilePermissions(plain),
        Files.getPosixFilePermissions(parent.resolve("report")));
    Path file = Files.createFile(parent.resolve("file"));
    assertEquals(
        Files.getPosixFilePermissions(file), Files.getPosixFilePermissions(Aside.file(parent)));
  }

  @Test
  void entriesOfTheSameNameAreReplacedAndOthersStay() throws Exception {
    Path report = Files.createDirectory(parent.resolve("report"));
    Files.writeString(report.resolve("mine"), "kept");
    Files.writeString(report.resolve("a"), "old");
    FolderSwap.merge(report, folder -> Files.writeString(folder.resolve("a"), "new"));
    assertEquals("kept", Files.readString(report.resolve("mine")));
    assertEquals("new", Files.readString(report.resolve("a")));
  }

  @Test
  void whereTheWritingFailsNothingIsLeftBehind() throws Exception {
    Path report = parent.resolve("report");
    FolderSwap.Filling full =
        folder -> {
          Files.writeString(folder.resolve("a"), "half");
          throw new IOException("no space left");
        };
    assertThrows(IOException.class, () -> FolderSwap.merge(report, full));
    assertFalse(Files.exists(report));
    try (var entries = Files.list(parent)) {
      assertTrue(entries.toList().equals(List.of()));
    }
  }

  @Test
  void ofTwoWhoWriteAtOnceTheFirstStaysAndTheOtherLeavesNothing() throws Exception {
    Path close = parent.resolve("close");
    assertThrows(
        FileAlreadyExistsException.class,
        () ->
            FolderSwap.writeOnce(
                close,
                slow -> {
                  FolderSwap.writeOnce(
                      close, fast -> Files.writeString(fast.resolve("seal"), "of the first"));
                  Files.writeString(slow.resolve("seal"), "of the second");
                  Files.writeString(slow.resolve("more"), "of the second");
                }));
    assertEquals(List.of("close"), names(parent));
    assertEquals(List.of("seal"), names(close));
    assertEquals("of the first", Files.readString(close.resolve("seal")));
  }

  @Test
  void anEmptyFolderIsFilledInOneStepAndAnotherOneIsLeftAsItIs() throws Exception {
    Path close = Files.createDirectory(parent.resolve("close"));
    FolderSwap.writeOnce(close, folder -> Files.writeString(folder.resolve("a"), "1"));
    assertEquals(List.of("a"), names(close));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> FolderSwap.writeOnce(close, folder -> Files.writeString(folder.resolve("b"), "2")));
    assertEquals(List.of("a"), names(close));
    assertEquals(List.of("close"), names(parent));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
