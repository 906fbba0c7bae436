package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.gridclear.file.PrivateFiles;

/**
 * One process at a time, and in it one thread, changes a file of a security folder: a server and
 * commands work in one folder at once. A process that dies leaves nothing locked.
 */
final class FolderLock implements AutoCloseable {
  /** The system's lock is of the whole process. */
  private static final ReentrantLock OF_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock of this name. */
  static FolderLock take(Path folder, String name) {
    OF_PROCESS.lock();
    try {
      Path file = folder.resolve(name + ".lock");
      if (!Files.exists(file)) {
        PrivateFiles.makeFile(file);
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      channel.lock();
      return new FolderLock(channel);
    } catch (IOException e) {
      OF_PROCESS.unlock();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      OF_PROCESS.unlock();
    }
  }
}
