package org.gridclear.clearing.bound;

import java.util.Arrays;
import org.gridclear.clearing.warmstart.Inequality;
import org.gridclear.solver.LinearModel;

/** Adds multiples of the rows of a model up to an inequality, which holds wherever the rows do. */
public final class RowSum {
  private static final double CANCELLED = 1e-9;

  private final LinearModel linear;
  private final double[] value;
  private final boolean[] seen;
  private int[] columns = new int[64];
  private int count;
  private double upper;

  /** An empty sum of rows of a model. */
  public RowSum(LinearModel linear) {
    this.linear = linear;
    this.value = new double[linear.columnCount()];
    this.seen = new boolean[linear.columnCount()];
  }

  /**
   * Adds a multiple of a row.
   *
   * @param multiplier positive for a row with an upper bound, negative for one with a lower bound
   */
  public RowSum add(int row, double multiplier) {
    return add(row, multiplier, multiplier > 0 ? linear.rowUpper(row) : linear.rowLower(row));
  }

  /**
   * Adds a multiple of the terms of a row.
   *
   * @param bound its multiple joins the right side
   */
  RowSum add(int row, double multiplier, double bound) {
    upper += multiplier * bound;
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      addColumn(linear.entryColumn(e), multiplier * linear.entryValue(e));
    }
    return this;
  }

  /** Adds a term. */
  RowSum addColumn(int column, double coefficient) {
    if (!seen[column]) {
      seen[column] = true;
      if (count == columns.length) {
        columns = Arrays.copyOf(columns, 2 * count);
      }
      columns[count++] = column;
    }
    value[column] += coefficient;
    return this;
  }

  /** How far a point is from the upper bound of a row. */
  public double slack(int row, double[] x) {
    double slack = linear.rowUpper(row);
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      slack -= linear.entryValue(e) * x[linear.entryColumn(e)];
    }
    return slack;
  }

  /** The sum, after which a new one begins. */
  public Inequality take() {
    int[] kept = new int[count];
    double[] values = new double[count];
    int size = 0;
    for (int k = 0; k < count; k++) {
      int column = columns[k];
      if (Math.abs(value[column]) > CANCELLED) {
        kept[size] = column;
        values[size++] = value[column];
      }
      value[column] = 0;
      seen[column] = false;
    }
    Inequality sum = new Inequality(Arrays.copyOf(kept, size), Arrays.copyOf(values, size), upper);
    count = 0;
    upper = 0;
    return sum;
  }
}
