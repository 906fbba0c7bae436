package org.gridclear.solver;

import java.util.Arrays;

/**
 * Which columns and rows of a linear program rest at a bound and which are basic. Another session
 * can start from it; statuses are numbered as HiGHS does.
 *
 * @param columns status of every column
 * @param rows status of every row
 */
public record Basis(byte[] columns, byte[] rows) {
  /** Status of a column or row that rests at its lower bound. */
  public static final byte AT_LOWER = 0;

  /** Status of a column or row that rests at no bound. */
  public static final byte BASIC = 1;

  /** No basis. */
  public static final Basis NONE = new Basis(new byte[0], new byte[0]);

  /** With further columns at their lower bounds and further rows basic. */
  public Basis extended(int columnCount, int rowCount) {
    byte[] allRows = Arrays.copyOf(rows, rowCount);
    Arrays.fill(allRows, rows.length, rowCount, BASIC);
    return new Basis(Arrays.copyOf(columns, columnCount), allRows);
  }

  /** Whether it belongs to a model of this size. */
  public boolean fits(int columnCount, int rowCount) {
    return columns.length == columnCount && rows.length == rowCount;
  }
}
