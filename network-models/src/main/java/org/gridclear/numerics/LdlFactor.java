package org.gridclear.numerics;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * {@code P A Pᵀ = L D Lᵀ} of a sparse symmetric matrix, without pivoting for size: the matrix may
 * be indefinite, but every leading block of the ordering must be regular. Up-looking, after T. A.
 * Davis, "Algorithm 849: A concise sparse Cholesky factorization package", ACM TOMS 31 (2005).
 */
public final class LdlFactor {
  /** Right-hand sides that {@link #solveLanes} takes side by side. */
  public static final int LANES = Lanes.COUNT;

  private static final double PIVOT_MIN = 1e-12;

  private final SymbolicFactor symbolic;
  private final double[] byRow;
  private final double[] byColumn;
  private final double[] pivot;

  /**
   * Factors a matrix on a known pattern.
   *
   * @param symbolic order and pattern
   * @param lower the lower triangle, in the row layout of {@code symbolic} ({@link
   *     SymbolicFactor#slot}); becomes the factor
   * @param diagonal the diagonal by position; becomes the pivots
   * @throws SingularMatrixException if a pivot vanishes
   */
  public LdlFactor(SymbolicFactor symbolic, double[] lower, double[] diagonal) {
    this.symbolic = symbolic;
    this.byRow = lower;
    this.byColumn = new double[lower.length];
    this.pivot = diagonal;
    factor();
  }

  /**
   * Orders and factors a symmetric matrix.
   *
   * @param n order of the matrix
   * @param row row of each off-diagonal entry of one triangle; entries at one place add up
   * @param column column of each of these entries
   * @param value value of each of these entries
   * @param diagonal the diagonal
   * @throws SingularMatrixException if a pivot vanishes
   */
  public static LdlFactor of(int n, int[] row, int[] column, double[] value, double[] diagonal) {
    SymbolicFactor symbolic = SymbolicFactor.of(n, row, column);
    double[] lower = new double[symbolic.fill()];
    double[] permuted = new double[n];
    for (int e = 0; e < row.length; e++) {
      if (row[e] == column[e]) {
        permuted[symbolic.position(row[e])] += value[e];
      } else {
        lower[symbolic.slot(symbolic.position(row[e]), symbolic.position(column[e]))] += value[e];
      }
    }
    for (int i = 0; i < n; i++) {
      permuted[symbolic.position(i)] += diagonal[i];
    }
    return new LdlFactor(symbolic, lower, permuted);
  }

  private void factor() {
    int[] columnRow = symbolic.columnRow;
    double[] y = new double[pivot.length];
    int[] filled = Arrays.copyOf(symbolic.columnStart, pivot.length);
    for (int k = 0; k < pivot.length; k++) {
      int start = symbolic.rowStart[k];
      int end = symbolic.rowStart[k + 1];
      for (int p = start; p < end; p++) {
        y[symbolic.rowColumn[p]] = byRow[p];
      }
      double d = pivot[k];
      for (int p = start; p < end; p++) {
        int j = symbolic.rowColumn[p];
        double yj = y[j];
        int stop = filled[j];
        for (int q = symbolic.columnStart[j]; q < stop; q++) {
          y[columnRow[q]] -= byColumn[q] * yj;
        }
        double l = yj / pivot[j];
        d -= l * yj;
        byRow[p] = l;
        byColumn[stop] = l;
        filled[j]++;
      }
      if (!(Math.abs(d) > PIVOT_MIN)) {
        throw new SingularMatrixException(symbolic.row(k), k, pivot.length, d);
      }
      pivot[k] = d;
    }
  }

  /** Order and pattern. */
  public SymbolicFactor symbolic() {
    return symbolic;
  }

  /** Solves {@code A x = b} with rows in the matrix's own numbering; {@code b} is left as it is. */
  public double[] solve(double[] b) {
    int n = pivot.length;
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = b[symbolic.row(k)];
    }
    solveInPlace(y);
    double[] x = new double[n];
    for (int k = 0; k < n; k++) {
      x[symbolic.row(k)] = y[k];
    }
    return x;
  }

  /** Solves {@code A x = y} by position; {@code y} becomes {@code x}. */
  public void solveInPlace(double[] y) {
    eliminateInPlace(y);
    int[] columnStart = symbolic.columnStart;
    int[] columnRow = symbolic.columnRow;
    for (int k = y.length - 1; k >= 0; k--) {
      double sum = y[k] / pivot[k];
      for (int p = columnStart[k]; p < columnStart[k + 1]; p++) {
        sum -= byColumn[p] * y[columnRow[p]];
      }
      y[k] = sum;
    }
  }

  /**
   * Eliminates a right-hand side with at most two non-zeros, along their paths to the root of the
   * elimination tree: nothing else becomes non-zero.
   *
   * @param position1 position of the first non-zero
   * @param value1 its value
   * @param position2 position of the second; -1 if there is none
   * @param value2 its value
   * @param into receives the eliminated right-hand side
   * @return {@code into}
   */
  public SparseColumn eliminate(
      int position1, double value1, int position2, double value2, SparseColumn into) {
    double[] scratch = into.scratch();
    scratch[position1] += value1;
    int a = position1;
    int b = position2;
    if (b >= 0) {
      scratch[b] += value2;
    }
    into.clear();
    while (a >= 0 || b >= 0) {
      boolean first = b < 0 || (a >= 0 && a <= b);
      int k = first ? a : b;
      if (a == b) {
        b = -1;
      }
      if (first) {
        a = symbolic.parent(k);
      } else {
        b = symbolic.parent(k);
      }
      double yk = scratch[k];
      scratch[k] = 0;
      into.add(k, yk);
      for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
        scratch[symbolic.columnRow[p]] -= byColumn[p] * yk;
      }
    }
    return into;
  }

  /** Pivot at a position: an eliminated right-hand side is divided by it. */
  public double pivot(int k) {
    return pivot[k];
  }

  /** Eliminates a dense right-hand side by position, in place; the first half of a solve. */
  public void eliminateInPlace(double[] y) {
    int[] rowStart = symbolic.rowStart;
    int[] rowColumn = symbolic.rowColumn;
    for (int k = 0; k < y.length; k++) {
      double sum = y[k];
      for (int p = rowStart[k]; p < rowStart[k + 1]; p++) {
        sum -= byRow[p] * y[rowColumn[p]];
      }
      y[k] = sum;
    }
  }

  /**
   * Ends the solves of all lanes: divides by the pivots and substitutes backward.
   *
   * @param y eliminated right-hand sides, {@code y[position * LANES + lane]}; become the solutions
   * @param needed positions to solve for, descending; it holds with a position all above it in the
   *     elimination tree
   */
  public void backwardLanes(double[] y, int[] needed) {
    int[] columnStart = symbolic.columnStart;
    boolean vectors = Lanes.byVectors(fill());
    for (int k : needed) {
      if (vectors) {
        backwardRow(y, k, columnStart[k], columnStart[k + 1]);
      } else {
        plainBackwardRow(y, k, columnStart[k], columnStart[k + 1]);
      }
    }
  }

  private void plainBackwardRow(double[] y, int k, int start, int end) {
    int[] columnRow = symbolic.columnRow;
    double[] lower = byColumn;
    int o = k * LANES;
    double reciprocal = 1 / pivot[k];
    double y0 = y[o] * reciprocal;
    double y1 = y[o + 1] * reciprocal;
    double y2 = y[o + 2] * reciprocal;
    double y3 = y[o + 3] * reciprocal;
    double y4 = y[o + 4] * reciprocal;
    double y5 = y[o + 5] * reciprocal;
    double y6 = y[o + 6] * reciprocal;
    double y7 = y[o + 7] * reciprocal;
    for (int p = start; p < end; p++) {
      int r = columnRow[p] * LANES;
      double l = lower[p];
      y0 -= y[r] * l;
      y1 -= y[r + 1] * l;
      y2 -= y[r + 2] * l;
      y3 -= y[r + 3] * l;
      y4 -= y[r + 4] * l;
      y5 -= y[r + 5] * l;
      y6 -= y[r + 6] * l;
      y7 -= y[r + 7] * l;
    }
    y[o] = y0;
    y[o + 1] = y1;
    y[o + 2] = y2;
    y[o + 3] = y3;
    y[o + 4] = y4;
    y[o + 5] = y5;
    y[o + 6] = y6;
    y[o + 7] = y7;
  }

  private void backwardRow(double[] y, int k, int start, int end) {
    int[] columnRow = symbolic.columnRow;
    double[] lower = byColumn;
    int o = k * LANES;
    double reciprocal = 1 / pivot[k];
    for (int q = 0; q < LANES; q += Lanes.STEP) {
      DoubleVector sum = Lanes.at(y, o + q).mul(reciprocal);
      for (int p = start; p < end; p++) {
        sum = sum.sub(Lanes.at(y, columnRow[p] * LANES + q).mul(lower[p]));
      }
      sum.intoArray(y, o + q);
    }
  }

  /** Number of entries below the diagonal of the factor. */
  public int fill() {
    return byRow.length;
  }
}
