package org.gridclear.settlement.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.gridclear.quantity.FixedPoint;

/**
 * Cells that hold nothing but a number within the bounds, which nearly all do: read in one pass,
 * short ones eight bytes at a time. Every other cell is left to whoever says what is wrong with it.
 */
public final class PlainCell {
  /** The cell is no plain number. */
  public static final long OTHER = 0;

  /** Most characters of a plain number, so that it cannot overflow. */
  private static final int PLAIN_MAX = 14;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long COMMAS = ',' * LOW_BITS;
  private static final long POINTS = '.' * LOW_BITS;
  private static final long ZEROS = '0' * LOW_BITS;

  /** Added to a byte it sets the high bit of what is above 9. */
  private static final long ABOVE_NINE = (0x80 - 10) * LOW_BITS;

  private PlainCell() {}

  /**
   * Reads a cell.
   *
   * @param end end of the line
   * @param least least value, in units of the last decimal
   * @param bound greatest value
   * @return {@link #OTHER}, or what {@link #value} and {@link #length} give
   */
  public static long parse(byte[] bytes, int from, int end, int decimals, long least, long bound) {
    int start = from < end && bytes[from] == '-' ? from + 1 : from;
    long value = -1;
    int length = 0;
    if (start + Long.BYTES <= end) {
      long eight = (long) EIGHT.get(bytes, start);
      length = Long.numberOfTrailingZeros(places(eight, COMMAS)) >>> 3;
      value = length > 0 && length < Long.BYTES ? shortValue(eight, length, decimals) : -1;
    }
    if (value < 0) {
      long read = longValue(bytes, start, end, decimals);
      value = read >> 4;
      length = (int) read & 15;
    }
    long signed = start > from ? -value : value;
    boolean fits = value >= 0 && value <= bound && (start == from || least < 0);
    return fits ? signed << 32 | length + start - from : OTHER;
  }

  /** The number of a cell, in units of the last decimal. */
  public static int value(long cell) {
    return (int) (cell >> 32);
  }

  /** How many characters it has. */
  public static int length(long cell) {
    return (int) cell;
  }

  /** The high bit of the first byte that is that of a pattern; later ones may be wrong. */
  private static long places(long eight, long pattern) {
    long differs = eight ^ pattern;
    return (differs - LOW_BITS) & ~differs & HIGH_BITS;
  }

  /** The number in the first 1 to 7 of eight bytes; −1 if they are none of these decimals. */
  private static long shortValue(long eight, int length, int decimals) {
    long text = eight << Long.SIZE - Byte.SIZE * length;
    long point = places(text, POINTS);
    int after = 0;
    if (point != 0) {
      int bit = Long.numberOfTrailingZeros(point) - 7;
      after = Long.BYTES - 1 - (bit >>> 3);
      if (after == length - 1 || after > decimals) {
        return -1;
      }
      long before = (1L << bit) - 1;
      text = (text & before) << Byte.SIZE | text & ~before & ~(0xFFL << bit);
    }
    int digits = point != 0 ? length - 1 : length;
    long value = text ^ ZEROS << Long.SIZE - Byte.SIZE * digits;
    if (((value + ABOVE_NINE | value) & HIGH_BITS) != 0) {
      return -1;
    }
    value = (10 * value + (value >>> 8)) & 0x00FF_00FF_00FF_00FFL;
    value = (100 * value + (value >>> 16)) & 0x0000_FFFF_0000_FFFFL;
    value = 10_000 * (value & 0xFFFF) + (value >>> 32);
    return value * FixedPoint.pow10(decimals - after);
  }

  /** A number and its length in the low 4 bits; −1 if the cell is none. */
  private static long longValue(byte[] text, int start, int end, int decimals) {
    int at = start;
    long value = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9' && at - start <= PLAIN_MAX) {
      value = 10 * value + text[at++] - '0';
    }
    if (at == start) {
      return -1;
    }
    int missing = decimals;
    if (at < end && text[at] == '.') {
      at++;
      while (at < end && missing > 0 && text[at] >= '0' && text[at] <= '9') {
        value = 10 * value + text[at++] - '0';
        missing--;
      }
    }
    if (at - start > PLAIN_MAX || at < end && text[at] != ',') {
      return -1;
    }
    value *= FixedPoint.pow10(missing);
    return value > Long.MAX_VALUE >> 4 ? -1 : value << 4 | at - start;
  }
}
