package org.gridclear.solver;

import java.util.Arrays;

/**
 * A mixed-integer linear model, minimised: columns with bounds and costs, rows with bounds. Handles
 * are ints in the order of adding. Bounds may be infinite.
 */
public final class LinearModel {
  private double[] columnLower = new double[64];
  private double[] columnUpper = new double[64];
  private double[] cost = new double[64];
  private boolean[] integer = new boolean[64];
  private int columnCount;
  private double[] rowLower = new double[64];
  private double[] rowUpper = new double[64];
  private int[] rowStart = new int[65];
  private int rowCount;
  private int[] entryColumn = new int[256];
  private double[] entryValue = new double[256];
  private int entryCount;
  private double offset;

  /** Adds a column and returns its handle. */
  public int addColumn(double lower, double upper, double costPerUnit, boolean isInteger) {
    if (columnCount == cost.length) {
      int size = 2 * columnCount;
      columnLower = Arrays.copyOf(columnLower, size);
      columnUpper = Arrays.copyOf(columnUpper, size);
      cost = Arrays.copyOf(cost, size);
      integer = Arrays.copyOf(integer, size);
    }
    columnLower[columnCount] = lower;
    columnUpper[columnCount] = upper;
    cost[columnCount] = costPerUnit;
    integer[columnCount] = isInteger;
    return columnCount++;
  }

  /** Adds a continuous column and returns its handle. */
  public int addColumn(double lower, double upper, double costPerUnit) {
    return addColumn(lower, upper, costPerUnit, false);
  }

  /** Adds a binary column and returns its handle. */
  public int addBinary(double costPerUnit) {
    return addColumn(0, 1, costPerUnit, true);
  }

  /** Adds the row {@code lower <= terms <= upper} and returns its handle. */
  public int addRow(double lower, double upper, Terms terms) {
    Terms merged = terms.merged();
    if (rowCount == rowLower.length) {
      int size = 2 * rowCount;
      rowLower = Arrays.copyOf(rowLower, size);
      rowUpper = Arrays.copyOf(rowUpper, size);
      rowStart = Arrays.copyOf(rowStart, size + 1);
    }
    int needed = entryCount + merged.size();
    if (needed > entryColumn.length) {
      int size = Math.max(needed, 2 * entryColumn.length);
      entryColumn = Arrays.copyOf(entryColumn, size);
      entryValue = Arrays.copyOf(entryValue, size);
    }
    System.arraycopy(merged.columns(), 0, entryColumn, entryCount, merged.size());
    System.arraycopy(merged.coefficients(), 0, entryValue, entryCount, merged.size());
    entryCount = needed;
    rowLower[rowCount] = lower;
    rowUpper[rowCount] = upper;
    rowStart[++rowCount] = entryCount;
    return rowCount - 1;
  }

  /** Adds {@code terms <= upper}. */
  public int atMost(double upper, Terms terms) {
    return addRow(Double.NEGATIVE_INFINITY, upper, terms);
  }

  /** Adds {@code terms >= lower}. */
  public int atLeast(double lower, Terms terms) {
    return addRow(lower, Double.POSITIVE_INFINITY, terms);
  }

  /** Adds {@code terms = value}. */
  public int equal(double value, Terms terms) {
    return addRow(value, value, terms);
  }

  /** Narrows the bounds of a column. */
  public void tighten(int column, double lower, double upper) {
    columnLower[column] = Math.max(columnLower[column], lower);
    columnUpper[column] = Math.min(columnUpper[column], upper);
  }

  /** Adds to the cost of a column. */
  public void addCost(int column, double costPerUnit) {
    cost[column] += costPerUnit;
  }

  /** Adds a constant to the objective. */
  public void addOffset(double constant) {
    offset += constant;
  }

  /** Constant part of the objective. */
  public double offset() {
    return offset;
  }

  /** Number of columns. */
  public int columnCount() {
    return columnCount;
  }

  /** Number of rows. */
  public int rowCount() {
    return rowCount;
  }

  /** Number of nonzero entries. */
  public int entryCount() {
    return entryCount;
  }

  /** Lower bound of a column. */
  public double columnLower(int column) {
    return columnLower[column];
  }

  /** Upper bound of a column. */
  public double columnUpper(int column) {
    return columnUpper[column];
  }

  /** Cost of a column. */
  public double cost(int column) {
    return cost[column];
  }

  /** Whether a column must be a whole number. */
  public boolean isInteger(int column) {
    return integer[column];
  }

  /** Lower bound of a row. */
  public double rowLower(int row) {
    return rowLower[row];
  }

  /** Upper bound of a row. */
  public double rowUpper(int row) {
    return rowUpper[row];
  }

  /** First entry of a row; that of {@code rowCount()} is the end of the last row. */
  public int rowStart(int row) {
    return rowStart[row];
  }

  /** Column of an entry. */
  public int entryColumn(int entry) {
    return entryColumn[entry];
  }

  /** Coefficient of an entry. */
  public double entryValue(int entry) {
    return entryValue[entry];
  }
}
