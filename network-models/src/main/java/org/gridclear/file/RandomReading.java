package org.gridclear.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.gridclear.atrest.FileFrame;
import org.jspecify.annotations.Nullable;

/** A file that is read anywhere, encrypted or not; several threads may read at a time. */
public final class RandomReading implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final @Nullable FileFrame frame;
  private final long size;
  private final long stored;
  private long heldNumber = -1;
  private byte[] held = new byte[0];

  private RandomReading(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.stored = channel.size();
    byte[] head = whole(0, (int) Math.min(FileFrame.HEAD, stored));
    if (!FileFrame.isHead(head)) {
      this.frame = null;
      this.size = stored;
      return;
    }
    this.size = FileFrame.plainBytes(stored);
    if (size < 0) {
      throw new DamagedFileException(path, "it is encrypted and cut off");
    }
    this.frame = FileFrame.read(head, path.toString());
    if (size == 0) {
      // Nobody reads on in an empty file, so whether it was one is looked at here.
      piece(0);
    }
  }

  /**
   * Opens a file.
   *
   * @throws KeyRefusedException if it is encrypted and its key is not there
   * @throws DamagedFileException if it is encrypted and cut off
   */
  public static RandomReading open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new RandomReading(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Bytes in clear. */
  public long size() {
    return size;
  }

  /**
   * Reads from a place on.
   *
   * @return how many bytes; -1 at the end
   */
  public int read(ByteBuffer into, long position) throws IOException {
    if (frame == null) {
      return readPiece(into, position);
    }
    if (position >= size) {
      return -1;
    }
    int read = 0;
    long at = position;
    while (into.hasRemaining() && at < size) {
      byte[] piece = piece(at / FileFrame.PIECE);
      int from = (int) (at % FileFrame.PIECE);
      int part = Math.min(into.remaining(), piece.length - from);
      into.put(piece, from, part);
      at += part;
      read += part;
    }
    return read;
  }

  /** Reads at most a piece, whose copy outside of the heap stays in the processor's cache. */
  private int readPiece(ByteBuffer into, long position) throws IOException {
    int limit = into.limit();
    into.limit(Math.min(limit, into.position() + PiecedOutput.PIECE));
    try {
      return channel.read(into, position);
    } finally {
      into.limit(limit);
    }
  }

  private synchronized byte[] piece(long number) throws IOException {
    if (number == heldNumber) {
      return held;
    }
    long begin = FileFrame.HEAD + number * (FileFrame.PIECE + FileFrame.TAG);
    int length = (int) Math.min(FileFrame.PIECE + FileFrame.TAG, stored - begin);
    byte[] plain =
        Objects.requireNonNull(frame)
            .decrypt(whole(begin, length), length, number, begin + length == stored);
    if (plain == null) {
      throw new DamagedFileException(
          path, "its encrypted piece %d was changed or cut off".formatted(number + 1));
    }
    held = plain;
    heldNumber = number;
    return plain;
  }

  private byte[] whole(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (readPiece(buffer, from + buffer.position()) < 0) {
        throw new DamagedFileException(path, "it ends too early");
      }
    }
    return buffer.array();
  }

  /** Everything in it. */
  byte[] all() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size));
    while (buffer.hasRemaining() && read(buffer, buffer.position()) >= 0) {
      // Read on.
      continue;
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
