package org.gridclear.settlement.table;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.api.Binary;
import org.gridclear.settlement.table.ColumnPages.Sink;
import org.jspecify.annotations.Nullable;

/** Where the values of columns go. */
final class Sinks {
  private Sinks() {}

  /** A whole number; what would mean that nothing is there is one more. */
  private static long whole(long value) {
    return value == Cells.MISSING ? Cells.OTHER : value;
  }

  /**
   * Whole numbers of 32 bits; the least of them, which means that nothing is there, is one more.
   */
  record Ints(int[] cells) implements Sink {
    @Override
    public void take(ValuesReader in, int row) {
      cells[row] = Math.max(in.readInteger(), Cells.Ints.NONE + 1);
    }

    @Override
    public void missing(int row) {
      cells[row] = Cells.Ints.NONE;
    }

    @Override
    public int width() {
      return Integer.BYTES;
    }

    @Override
    public void plain(ByteBuffer in, int row, int count) {
      in.asIntBuffer().get(cells, row, count);
      for (int i = row; i < row + count; i++) {
        cells[i] = Math.max(cells[i], Cells.Ints.NONE + 1);
      }
    }
  }

  /** Whole numbers of 64 bits, times a factor: a time in milliseconds is one in microseconds. */
  record Longs(long[] cells, long factor) implements Sink {
    @Override
    public void take(ValuesReader in, int row) {
      cells[row] = times(in.readLong());
    }

    private long times(long value) {
      return factor == 1 ? whole(value) : Math.multiplyExact(value, factor);
    }

    @Override
    public void missing(int row) {
      cells[row] = Cells.MISSING;
    }

    @Override
    public int width() {
      return Long.BYTES;
    }

    @Override
    public void plain(ByteBuffer in, int row, int count) {
      int from = in.position();
      for (int i = 0; i < count; i++) {
        cells[row + i] = times(in.getLong(from + Long.BYTES * i));
      }
    }
  }

  /** Binary numbers of 64 bits. */
  record Doubles(double[] cells, BitSet none) implements Sink {
    @Override
    public void take(ValuesReader in, int row) {
      cells[row] = in.readDouble();
    }

    @Override
    public void missing(int row) {
      none.set(row);
    }

    @Override
    public int width() {
      return Double.BYTES;
    }

    @Override
    public void plain(ByteBuffer in, int row, int count) {
      in.asDoubleBuffer().get(cells, row, count);
    }
  }

  /** Decimals whose digits are bytes. */
  record Decimals(long[] cells) implements Sink {
    @Override
    public void take(ValuesReader in, int row) {
      cells[row] = whole(new BigInteger(in.readBytes().getBytesUnsafe()).longValueExact());
    }

    @Override
    public void missing(int row) {
      cells[row] = Cells.MISSING;
    }

    @Override
    public int width() {
      return 0;
    }

    @Override
    public void plain(ByteBuffer in, int row, int count) {
      throw new IllegalStateException("Digits are not copied.");
    }
  }

  /** Texts, each kept once. */
  record Texts(@Nullable String[] cells, Map<Binary, String> known) implements Sink {
    Texts(int rows) {
      this(new String[rows], new HashMap<>());
    }

    @Override
    public void take(ValuesReader in, int row) {
      cells[row] =
          known.computeIfAbsent(in.readBytes().copy(), text -> text.toStringUsingUTF8().strip());
    }

    @Override
    public void missing(int row) {
      // Stays null.
    }

    @Override
    public int width() {
      return 0;
    }

    @Override
    public void plain(ByteBuffer in, int row, int count) {
      throw new IllegalStateException("Texts are not copied.");
    }
  }
}
