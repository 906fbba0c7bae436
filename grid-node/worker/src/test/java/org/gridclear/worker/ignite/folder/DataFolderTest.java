package org.gridclear.worker.ignite.folder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void aFolderIsRefusedWhileSomebodyHasIt() throws IOException {
    assertDoesNotThrow(() -> DataFolder.check(folder.resolve("new"), "north-1"));
    // The node's own folder within, by the name that Ignite makes of the node's.
    Path lock = Files.createDirectories(folder.resolve("north_1")).resolve("lock");
    Files.createFile(lock);
    assertDoesNotThrow(() -> DataFolder.check(folder, "north-1"));
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertTrue(held.isValid());
      assertTrue(refusal(folder).contains("used by another process"));
    }
    assertDoesNotThrow(() -> DataFolder.check(folder, "north-1"));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    assertTrue(refusal(Files.createFile(folder.resolve("file"))).contains("is no folder"));
  }

  private static String refusal(Path data) {
    return assertThrows(IllegalArgumentException.class, () -> DataFolder.check(data, "north-1"))
        .getMessage();
  }
}
