package org.gridclear.settlement.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import org.gridclear.quantity.FixedPoint;
import org.jspecify.annotations.Nullable;

/** The cells of a column of a delivered table, by row from 0. */
public sealed interface Cells {
  /** No number is there. */
  long MISSING = Long.MIN_VALUE;

  /** What is there is no number of so many decimals, or too large for one. */
  long OTHER = Long.MIN_VALUE + 1;

  /** The cell as a text file would have it; "" where nothing is there. */
  String text(int row);

  /** Cells that are numbers. */
  sealed interface Numbers extends Cells {
    /** A number as a whole multiple of a decimal; {@link #MISSING}, or {@link #OTHER}. */
    long scaled(int row, int decimals);
  }

  /** Texts; null where nothing is there. */
  record Texts(@Nullable String[] cells) implements Cells {
    @Override
    public String text(int row) {
      String cell = cells[row];
      return cell == null ? "" : cell;
    }
  }

  /**
   * Times in microseconds since 1970; {@link #MISSING} where nothing is there.
   *
   * @param ahead what local time is ahead of them, in microseconds
   */
  record Times(long[] cells, long ahead) implements Cells {
    private static final LocalDateTime ORIGIN = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    @Override
    public String text(int row) {
      return cells[row] == MISSING
          ? ""
          : ORIGIN.plus(cells[row], ChronoUnit.MICROS).plus(ahead, ChronoUnit.MICROS).toString();
    }
  }

  /** Exact numbers of 32 bits: whole multiples of the last decimal of the column. */
  record Ints(int[] cells, int decimals) implements Numbers {
    /** Nothing is there. */
    static final int NONE = Integer.MIN_VALUE;

    @Override
    public long scaled(int row, int wanted) {
      return rescaled(wide(row), decimals, wanted);
    }

    private long wide(int row) {
      return cells[row] == NONE ? MISSING : cells[row];
    }

    @Override
    public String text(int row) {
      return Cells.text(wide(row), decimals);
    }
  }

  /** Exact numbers: whole multiples of the last decimal of the column. */
  record Wholes(long[] cells, int decimals) implements Numbers {
    @Override
    public long scaled(int row, int wanted) {
      return rescaled(cells[row], decimals, wanted);
    }

    @Override
    public String text(int row) {
      return Cells.text(cells[row], decimals);
    }
  }

  /** Binary numbers, each that of a decimal number or refused. */
  record Doubles(double[] cells, BitSet missing) implements Numbers {
    /** Whole numbers up to here are exact. */
    private static final double EXACT = 1e15;

    @Override
    public long scaled(int row, int wanted) {
      if (missing.get(row)) {
        return MISSING;
      }
      double unit = FixedPoint.pow10(wanted);
      double whole = Math.rint(cells[row] * unit);
      return Math.abs(whole) <= EXACT && whole / unit == cells[row] ? (long) whole : OTHER;
    }

    @Override
    public String text(int row) {
      double cell = cells[row];
      if (missing.get(row)) {
        return "";
      }
      return Double.isFinite(cell)
          ? plain(new BigDecimal(Double.toString(cell)))
          : Double.toString(cell);
    }
  }

  private static long rescaled(long cell, int decimals, int wanted) {
    if (wanted == decimals || cell == MISSING) {
      return cell;
    }
    if (wanted < decimals) {
      long unit = FixedPoint.pow10(decimals - wanted);
      return cell % unit == 0 ? cell / unit : OTHER;
    }
    long unit = FixedPoint.pow10(wanted - decimals);
    return Math.abs(cell) <= Long.MAX_VALUE / unit ? cell * unit : OTHER;
  }

  private static String text(long cell, int decimals) {
    return cell == MISSING ? "" : plain(BigDecimal.valueOf(cell, decimals));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
