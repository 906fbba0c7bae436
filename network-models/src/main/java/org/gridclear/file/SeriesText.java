package org.gridclear.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.gridclear.quantity.FixedPoint;

/** Series as CSV bytes: {@code id,series,1,2,…}. */
public final class SeriesText {
  private final int intervals;
  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** Only the header, with the name of the first column. */
  public SeriesText(String id, int intervals) {
    this.intervals = intervals;
    text(id + ",series");
    for (int t = 1; t <= intervals; t++) {
      text("," + t);
    }
    text("\n");
  }

  /** Adds a row of whole numbers of a smallest unit. */
  public void row(String id, String series, int decimals, IntToLongFunction value) {
    text(id + "," + series);
    for (int t = 0; t < intervals; t++) {
      text(",");
      number(value.applyAsLong(t), decimals);
    }
    text("\n");
  }

  /** Adds a row as it was written before. */
  public void line(String row) {
    text(row + "\n");
  }

  private void text(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    room(added.length);
    System.arraycopy(added, 0, bytes, length, added.length);
    length += added.length;
  }

  private void number(long value, int decimals) {
    room(24);
    long rest = Math.abs(value);
    if (value < 0) {
      bytes[length++] = '-';
    }
    long whole = rest / FixedPoint.pow10(decimals);
    long part = rest % FixedPoint.pow10(decimals);
    byte[] digits = Long.toString(whole).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, length, digits.length);
    length += digits.length;
    if (part == 0) {
      return;
    }
    bytes[length++] = '.';
    for (int d = decimals - 1; d >= 0 && part > 0; d--) {
      long unit = FixedPoint.pow10(d);
      bytes[length++] = (byte) ('0' + part / unit);
      part %= unit;
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }

  /** The file. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
