package org.gridclear.worker.ignite.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.ignite.internal.util.IgniteUtils;

/**
 * A folder in which a node keeps its data. Ignite waits ten seconds for one that another process
 * uses, and then fails with a trace.
 */
public final class DataFolder {
  private DataFolder() {}

  /**
   * Looks whether a node can have a folder. Only for a process without a node of its own: looking
   * ends the locks that the process itself has there.
   *
   * @param folder what was named
   * @param node name of the node
   * @throws IllegalArgumentException if it is no folder, or another process uses it
   */
  public static void check(Path folder, String node) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "--data %s is no folder; name one, or one that can be made.".formatted(folder));
    }
    Path lock = folder.resolve(IgniteUtils.maskForFileName(node)).resolve("lock");
    if (Files.exists(lock) && taken(lock)) {
      throw new IllegalArgumentException(
          "--data %s is used by another process; wait for its end, or name another folder."
              .formatted(folder));
    }
  }

  private static boolean taken(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--data: %s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
