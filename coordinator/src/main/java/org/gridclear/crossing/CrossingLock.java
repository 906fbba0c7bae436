package org.gridclear.crossing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** That one process at a time counts the packages of a channel. It ends with the process. */
final class CrossingLock implements Closeable {
  private final FileChannel channel;

  private CrossingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file made if it is not there
   * @param what is done under it, for the message
   * @throws IllegalArgumentException if somebody else has it
   */
  static CrossingLock take(Path file, String what) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new IllegalArgumentException("Another %s is under way.".formatted(what));
    }
    return new CrossingLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
