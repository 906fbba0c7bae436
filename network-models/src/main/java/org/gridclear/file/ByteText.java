package org.gridclear.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridclear.quantity.FixedPoint;

/** Text that grows as UTF-8, for tables of millions of rows. */
public final class ByteText {
  /** Digits of any {@code long}, its sign and its point. */
  private static final int NUMBER_MAX = 24;

  private byte[] bytes;
  private int size;

  /**
   * An empty text.
   *
   * @param capacity bytes there is room for at first
   */
  public ByteText(int capacity) {
    bytes = new byte[capacity];
  }

  /** A text as it is added by {@link #add(byte[])}. */
  public static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Adds bytes. */
  public ByteText add(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  /** Adds an ASCII character. */
  public ByteText add(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /** Adds a whole number of its smallest unit with all decimals, as {@link FixedPoint#format}. */
  public ByteText add(long value, int decimals) {
    if (value == Long.MIN_VALUE) {
      return add(of(FixedPoint.format(value, decimals)));
    }
    room(NUMBER_MAX);
    long rest = Math.abs(value);
    if (value < 0) {
      bytes[size++] = '-';
    }
    int digits = Math.max(digits(rest), decimals + 1);
    int end = size + digits + (decimals > 0 ? 1 : 0);
    int at = end;
    for (int d = 0; d < digits; d++) {
      if (d == decimals && d > 0) {
        bytes[--at] = '.';
      }
      long tenth = rest / 10;
      bytes[--at] = (byte) ('0' + (rest - 10 * tenth));
      rest = tenth;
    }
    size = end;
    return this;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
      digits++;
    }
    return digits;
  }

  /** Writes what there is. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
