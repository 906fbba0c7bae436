package org.gridclear.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A file from its begin to its end. */
final class ReadingStream extends InputStream {
  private final RandomReading file;
  private long at;

  ReadingStream(RandomReading file) {
    this.file = file;
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
