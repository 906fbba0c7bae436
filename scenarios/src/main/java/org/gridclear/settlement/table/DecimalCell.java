package org.gridclear.settlement.table;

import org.gridclear.quantity.FixedPoint;

/** Reads decimal numbers out of bytes, straight into whole numbers of their smallest unit. */
public final class DecimalCell {
  /** The cell is empty. */
  public static final long EMPTY = Long.MIN_VALUE;

  /** The cell holds no number of this many decimals. */
  public static final long BAD = Long.MIN_VALUE + 1;

  private static final int DIGITS_MAX = 17;

  private DecimalCell() {}

  /** Whether the text of a {@link #BAD} cell is a number, and only too large. */
  public static boolean large(String text, int decimals) {
    return text.matches("-?\\d+(\\.\\d{0,%d}0*)?".formatted(decimals));
  }

  /** The number between two places, {@link #EMPTY} or {@link #BAD}. */
  public static long parse(byte[] bytes, int from, int to, int decimals) {
    int at = from;
    int end = to;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    while (end > at && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r')) {
      end--;
    }
    if (at == end) {
      return EMPTY;
    }
    boolean negative = bytes[at] == '-';
    at += negative ? 1 : 0;
    long value = 0;
    int digits = 0;
    int after = -1;
    for (; at < end; at++) {
      int c = bytes[at];
      if (c == '.' && after < 0) {
        after = 0;
      } else if (c < '0' || c > '9' || ++digits > DIGITS_MAX) {
        return BAD;
      } else if (after < decimals) {
        value = 10 * value + (c - '0');
        after += after >= 0 ? 1 : 0;
      } else if (c != '0') {
        return BAD;
      }
    }
    int missing = decimals - Math.max(0, after);
    if (digits == 0 || digits + missing > DIGITS_MAX) {
      return BAD;
    }
    value *= FixedPoint.pow10(missing);
    return negative ? -value : value;
  }
}
