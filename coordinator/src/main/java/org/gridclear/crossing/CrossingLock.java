package org.gridclear.crossing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** That one process at a time counts the packages of a channel. A lock ends with its process. */
final class CrossingLock {
  private CrossingLock() {}

  /** What is done under the lock. */
  interface Work<T> {
    T done() throws IOException;
  }

  /**
   * Does something under the lock.
   *
   * @param file made if it is not there
   * @param what is done, for the message
   * @throws IllegalArgumentException if somebody else has it
   */
  static <T> T under(Path file, String what, Work<T> work) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (held(channel) == null) {
        throw new IllegalArgumentException("Another %s is under way.".formatted(what));
      }
      return work.done();
    }
  }

  private static @Nullable FileLock held(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
