package org.gridclear.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Hands bytes on to a channel in pieces. A channel copies what it gets out of the heap first, into
 * memory of that size that it has to ask for and to clear; a piece is copied into memory that it
 * has already and that lies in the processor's cache.
 */
final class PiecedOutput extends FilterOutputStream {
  /** Bytes at a time. */
  static final int PIECE = 1 << 17;

  PiecedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    for (int at = 0; at < length; at += PIECE) {
      out.write(bytes, from + at, Math.min(PIECE, length - at));
    }
  }
}
