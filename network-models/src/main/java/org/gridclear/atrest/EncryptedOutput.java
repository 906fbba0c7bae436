package org.gridclear.atrest;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an encrypted file; without its close it has no end and is refused when it is read. */
public final class EncryptedOutput extends OutputStream {
  private final OutputStream out;
  private final FileFrame frame;
  private final byte[] piece = new byte[FileFrame.PIECE];
  private int filled;
  private long number;
  private boolean closed;

  /** Begins a file under a key. */
  public EncryptedOutput(OutputStream out, DataKey key) throws IOException {
    this.out = out;
    this.frame = FileFrame.fresh(key);
    out.write(frame.head());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (closed) {
      throw new IOException("The file is closed.");
    }
    int at = from;
    int end = from + length;
    while (at < end) {
      if (filled == piece.length) {
        put(false);
      }
      int part = Math.min(end - at, piece.length - filled);
      System.arraycopy(bytes, at, piece, filled, part);
      filled += part;
      at += part;
    }
  }

  private void put(boolean last) throws IOException {
    out.write(frame.encrypt(piece, filled, number, last));
    number++;
    filled = 0;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream ended = out) {
      put(true);
      ended.flush();
    }
  }
}
