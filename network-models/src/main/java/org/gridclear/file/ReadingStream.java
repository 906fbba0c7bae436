package org.gridclear.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A file from its begin to its end, or from any place on. */
public final class ReadingStream extends InputStream {
  private final RandomReading file;
  private long at;

  /** Takes the file over: it is closed with the stream. */
  public ReadingStream(RandomReading file) {
    this.file = file;
  }

  /** Bytes of the file before what is read next. */
  public long position() {
    return at;
  }

  /**
   * Reads on from a place.
   *
   * @throws EOFException if the file ends before it
   */
  public void position(long bytes) throws EOFException {
    if (bytes > file.size()) {
      throw new EOFException("The file ends before " + bytes);
    }
    at = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = file.read(ByteBuffer.wrap(into, from, length), at);
    at += Math.max(0, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
