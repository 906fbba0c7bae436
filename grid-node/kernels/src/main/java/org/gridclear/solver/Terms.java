package org.gridclear.solver;

import java.util.Arrays;

/** A linear expression: columns and their coefficients; entries of one column add up. */
public final class Terms {
  private int[] columns = new int[8];
  private double[] coefficients = new double[8];
  private int size;

  /** Adds {@code coefficient} times a column; 0 is left out. */
  public Terms add(int column, double coefficient) {
    if (coefficient == 0) {
      return this;
    }
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    columns[size] = column;
    coefficients[size++] = coefficient;
    return this;
  }

  /** Adds all entries of others. */
  public Terms addAll(Terms others) {
    for (int k = 0; k < others.size; k++) {
      add(others.columns[k], others.coefficients[k]);
    }
    return this;
  }

  /** Merges entries of the same column and orders them by column. */
  Terms merged() {
    long[] order = new long[size];
    for (int k = 0; k < size; k++) {
      order[k] = ((long) columns[k] << 32) | k;
    }
    Arrays.sort(order);
    Terms result = new Terms();
    int k = 0;
    while (k < size) {
      int column = (int) (order[k] >> 32);
      double sum = 0;
      while (k < size && (int) (order[k] >> 32) == column) {
        sum += coefficients[(int) order[k]];
        k++;
      }
      result.add(column, sum);
    }
    return result;
  }

  /** What the entries add up to at a point. */
  public double value(double[] x) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += coefficients[k] * x[columns[k]];
    }
    return sum;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** Column of each entry, cut to size. */
  int[] columns() {
    return Arrays.copyOf(columns, size);
  }

  /** Coefficient of each entry, cut to size. */
  double[] coefficients() {
    return Arrays.copyOf(coefficients, size);
  }
}
