package org.gridclear.sparse;

import java.util.Arrays;

/**
 * {@code P A Pᵀ = L D Lᵀ} of a sparse symmetric matrix, without pivoting for size: the matrix may
 * be indefinite, but every leading block of the ordering must be regular. Up-looking, after T. A.
 * Davis, "Algorithm 849: A concise sparse Cholesky factorization package", ACM TOMS 31 (2005).
 */
public final class LdlFactor {
  private final int n;
  private final int[] order;
  private final int[] position;
  private final int[] parent;
  private final int[] start;
  private final int[] rows;
  private final double[] values;
  private final double[] diagonal;

  private LdlFactor(int n, int[] order, int[] parent, int[] start) {
    this.n = n;
    this.order = order;
    this.parent = parent;
    this.start = start;
    this.rows = new int[start[n]];
    this.values = new double[start[n]];
    this.diagonal = new double[n];
    this.position = new int[n];
    for (int k = 0; k < n; k++) {
      position[order[k]] = k;
    }
  }

  /**
   * Factors a symmetric matrix.
   *
   * @param n order of the matrix
   * @param row row of each off-diagonal entry of one triangle; entries at one place add up
   * @param column column of each of these entries
   * @param value value of each of these entries
   * @param diagonal the diagonal
   * @throws ArithmeticException if a pivot vanishes: the matrix is singular
   */
  public static LdlFactor of(int n, int[] row, int[] column, double[] value, double[] diagonal) {
    int[] order = MinimumDegree.order(n, row, column);
    int[] position = new int[n];
    for (int k = 0; k < n; k++) {
      position[order[k]] = k;
    }
    // The upper triangle of the permuted matrix by columns.
    int[] columnStart = new int[n + 1];
    for (int e = 0; e < row.length; e++) {
      columnStart[Math.max(position[row[e]], position[column[e]]) + 1]++;
    }
    for (int k = 0; k < n; k++) {
      columnStart[k + 1] += columnStart[k];
    }
    int[] upperRow = new int[row.length];
    double[] upperValue = new double[row.length];
    int[] next = Arrays.copyOf(columnStart, n);
    for (int e = 0; e < row.length; e++) {
      int i = position[row[e]];
      int j = position[column[e]];
      int slot = next[Math.max(i, j)]++;
      upperRow[slot] = Math.min(i, j);
      upperValue[slot] = value[e];
    }
    LdlFactor factor = symbolic(n, order, columnStart, upperRow);
    factor.numeric(columnStart, upperRow, upperValue, diagonal);
    return factor;
  }

  private static LdlFactor symbolic(int n, int[] order, int[] columnStart, int[] upperRow) {
    int[] parent = new int[n];
    int[] count = new int[n];
    int[] flag = new int[n];
    Arrays.fill(parent, -1);
    for (int k = 0; k < n; k++) {
      flag[k] = k;
      for (int p = columnStart[k]; p < columnStart[k + 1]; p++) {
        for (int i = upperRow[p]; flag[i] != k; i = parent[i]) {
          if (parent[i] < 0) {
            parent[i] = k;
          }
          count[i]++;
          flag[i] = k;
        }
      }
    }
    int[] start = new int[n + 1];
    for (int k = 0; k < n; k++) {
      start[k + 1] = start[k] + count[k];
    }
    return new LdlFactor(n, order, parent, start);
  }

  private void numeric(
      int[] columnStart, int[] upperRow, double[] upperValue, double[] matrixDiagonal) {
    double[] y = new double[n];
    int[] pattern = new int[n];
    int[] flag = new int[n];
    int[] filled = new int[n];
    for (int k = 0; k < n; k++) {
      int top = n;
      flag[k] = k;
      y[k] = 0;
      for (int p = columnStart[k]; p < columnStart[k + 1]; p++) {
        int i = upperRow[p];
        y[i] += upperValue[p];
        int length = 0;
        for (; flag[i] != k; i = parent[i]) {
          pattern[length++] = i;
          flag[i] = k;
        }
        while (length > 0) {
          pattern[--top] = pattern[--length];
        }
      }
      double pivot = matrixDiagonal[order[k]];
      for (; top < n; top++) {
        int i = pattern[top];
        double yi = y[i];
        y[i] = 0;
        int end = start[i] + filled[i];
        for (int p = start[i]; p < end; p++) {
          y[rows[p]] -= values[p] * yi;
        }
        double lower = yi / diagonal[i];
        pivot -= lower * yi;
        rows[end] = k;
        values[end] = lower;
        filled[i]++;
      }
      if (!(Math.abs(pivot) > 1e-12)) {
        throw new ArithmeticException(
            "The matrix is singular: pivot %d of %d is %s.".formatted(k, n, pivot));
      }
      diagonal[k] = pivot;
    }
  }

  /** Solves {@code A x = b}; {@code b} is left as it is. */
  public double[] solve(double[] b) {
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = b[order[k]];
    }
    for (int k = 0; k < n; k++) {
      double yk = y[k];
      if (yk != 0) {
        for (int p = start[k]; p < start[k + 1]; p++) {
          y[rows[p]] -= values[p] * yk;
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      double sum = y[k] / diagonal[k];
      for (int p = start[k]; p < start[k + 1]; p++) {
        sum -= values[p] * y[rows[p]];
      }
      y[k] = sum;
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = y[position[i]];
    }
    return x;
  }

  /** Number of entries below the diagonal of the factor. */
  public int fill() {
    return start[n];
  }
}
