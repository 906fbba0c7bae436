package org.gridclear.cli.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.cli.Shell;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be used is bad input: place and advice, and code 2. */
class UnusableFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anomalies rules set %s --market %s --by ann",
        "rules propose --kind checks %s --market %s --by ann",
        "declarations set-parameters %s --market %s --by ann",
        "checks set %s --market %s --by ann",
        "publish catalogue --set %s --market %s --by ann",
        "exchange channels --set %s --market %s --by ann",
        "workflow set %s --market %s --by ann",
        "series import %s --market %s --by ann",
        "ticket import %s --market %s --by ann"
      })
  void aFileThatIsMissingIsNamedWithAdvice(String command) {
    Path market = folder.resolve("m");
    MarketFolder.create(
            market, new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    Path missing = folder.resolve("missing.yaml");
    Shell.Ended ended = Shell.run(command.formatted(missing, market).split(" ", -1));
    assertEquals(2, ended.code(), ended.text());
    assertTrue(ended.text().contains(missing.toString()), ended.text());
    assertTrue(ended.text().contains("heck the path"), ended.text());
  }

  @Test
  void aFolderInTheWayIsNamedWithAdvice() throws IOException {
    Path market = folder.resolve("m");
    MarketFolder.create(
            market, new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))
        .close();
    Path place = Files.createDirectory(folder.resolve("rules.yaml"));
    Shell.Ended ended =
        Shell.run(
            "anomalies",
            "rules",
            "set",
            place.toString(),
            "--market",
            market.toString(),
            "--by",
            "ann");
    assertEquals(2, ended.code(), ended.text());
  }

  @Test
  void whatIsTheMachinesIsNoAdvice() {
    assertEquals(Optional.empty(), UnusableFile.advice(new IOException("stream closed")));
    assertEquals(
        Optional.empty(),
        UnusableFile.advice(new FileSystemException("a", null, "No space left on device")));
  }

  @Test
  void eachHasItsAdvice() {
    for (IOException each :
        new IOException[] {
          new FileNotFoundException("a (No such file or directory)"),
          new NoSuchFileException("a"),
          new AccessDeniedException("a"),
          new NotDirectoryException("a"),
          new FileAlreadyExistsException("a"),
          new DirectoryNotEmptyException("a"),
          new FileSystemLoopException("a"),
          new FileSystemException("a", null, "Is a directory"),
          new FileSystemException("a", null, "Not a directory")
        }) {
      assertTrue(UnusableFile.advice(each).orElseThrow().startsWith("a"), each.toString());
    }
  }
}
