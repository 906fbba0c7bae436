package org.gridclear.numerics;

import jdk.incubator.vector.DoubleVector;

/**
 * {@code P A Pᵀ = L U} of a sparse matrix of 2 × 2 blocks with a symmetric block pattern, L with
 * unit diagonal blocks. Pivots are whole diagonal blocks, inverted; there is no pivoting between
 * blocks. Two unknowns belong to each position: 0 and 1.
 *
 * <p>Fill the matrix through {@link #diagonal()}, {@link #lower()} and {@link #upper()}, then call
 * {@link #factor()}; both can be repeated, the symbolic work is never repeated.
 */
public final class BlockLuFactor {
  /** Doubles per position in the lane layout: unknown 0 of each lane, then unknown 1. */
  public static final int STRIDE = 2 * Lanes.COUNT;

  private static final double DETERMINANT_MIN = 1e-18;

  private final SymbolicFactor symbolic;
  private final double[] diagonal;
  private final double[] lower;
  private final double[] upper;
  private final double[] lowerByColumn;
  private final double[] work;

  /** An empty matrix on a pattern. */
  public BlockLuFactor(SymbolicFactor symbolic) {
    this.symbolic = symbolic;
    diagonal = new double[4 * symbolic.size()];
    lower = new double[4 * symbolic.fill()];
    upper = new double[4 * symbolic.fill()];
    lowerByColumn = new double[4 * symbolic.fill()];
    work = new double[4 * symbolic.size()];
  }

  /** Diagonal blocks by position, four numbers each, row by row. */
  public double[] diagonal() {
    return diagonal;
  }

  /** Blocks below the diagonal, in the row layout of {@link SymbolicFactor#slot}. */
  public double[] lower() {
    return lower;
  }

  /** Blocks above the diagonal, in the column layout: block (j, k) at that of (k, j). */
  public double[] upper() {
    return upper;
  }

  /** Where block (j, k), j before k, lies in {@link #upper()}, given the slot of (k, j). */
  public int upperSlot(int lowerSlot) {
    return symbolic.rowToColumn[lowerSlot];
  }

  /** Order and pattern. */
  public SymbolicFactor symbolic() {
    return symbolic;
  }

  /**
   * Turns the matrix into its factors.
   *
   * @throws ArithmeticException if a pivot block is singular
   */
  public void factor() {
    for (int k = 0; k < symbolic.size(); k++) {
      scatter(k);
      for (int p = symbolic.rowStart[k]; p < symbolic.rowStart[k + 1]; p++) {
        eliminate(p);
      }
      gather(k);
    }
  }

  private void scatter(int k) {
    for (int p = symbolic.rowStart[k]; p < symbolic.rowStart[k + 1]; p++) {
      copy(lower, 4 * p, work, 4 * symbolic.rowColumn[p]);
    }
    copy(diagonal, 4 * k, work, 4 * k);
    for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
      copy(upper, 4 * p, work, 4 * symbolic.columnRow[p]);
    }
  }

  private static void copy(double[] from, int o, double[] to, int t) {
    store(to, t, from[o], from[o + 1], from[o + 2], from[o + 3]);
  }

  /** Eliminates the block at row-layout entry {@code p} from the row in {@code work}. */
  private void eliminate(int p) {
    double[] w = work;
    int j = symbolic.rowColumn[p];
    int o = 4 * j;
    double a00 = w[o];
    double a01 = w[o + 1];
    double a10 = w[o + 2];
    double a11 = w[o + 3];
    double l00 = a00 * diagonal[o] + a01 * diagonal[o + 2];
    double l01 = a00 * diagonal[o + 1] + a01 * diagonal[o + 3];
    double l10 = a10 * diagonal[o] + a11 * diagonal[o + 2];
    double l11 = a10 * diagonal[o + 1] + a11 * diagonal[o + 3];
    store(lower, 4 * p, l00, l01, l10, l11);
    store(lowerByColumn, 4 * symbolic.rowToColumn[p], l00, l01, l10, l11);
    for (int q = symbolic.columnStart[j]; q < symbolic.columnStart[j + 1]; q++) {
      int t = 4 * symbolic.columnRow[q];
      double u00 = upper[4 * q];
      double u01 = upper[4 * q + 1];
      double u10 = upper[4 * q + 2];
      double u11 = upper[4 * q + 3];
      w[t] -= l00 * u00 + l01 * u10;
      w[t + 1] -= l00 * u01 + l01 * u11;
      w[t + 2] -= l10 * u00 + l11 * u10;
      w[t + 3] -= l10 * u01 + l11 * u11;
    }
  }

  private static void store(double[] to, int o, double v00, double v01, double v10, double v11) {
    to[o] = v00;
    to[o + 1] = v01;
    to[o + 2] = v10;
    to[o + 3] = v11;
  }

  private void gather(int k) {
    int o = 4 * k;
    double a = work[o];
    double b = work[o + 1];
    double c = work[o + 2];
    double d = work[o + 3];
    double determinant = a * d - b * c;
    if (!(Math.abs(determinant) > DETERMINANT_MIN)) {
      throw new ArithmeticException(
          "The matrix is singular: pivot block %d of %d has the determinant %s."
              .formatted(k, symbolic.size(), determinant));
    }
    store(diagonal, o, d / determinant, -b / determinant, -c / determinant, a / determinant);
    for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
      copy(work, 4 * symbolic.columnRow[p], upper, 4 * p);
    }
  }

  /** Solves {@code A x = y}; {@code y[2 * position + unknown]} becomes {@code x}. */
  public void solve(double[] y) {
    for (int k = 0; k < symbolic.size(); k++) {
      double s = y[2 * k];
      double t = y[2 * k + 1];
      for (int p = symbolic.rowStart[k]; p < symbolic.rowStart[k + 1]; p++) {
        int i = 2 * symbolic.rowColumn[p];
        s -= lower[4 * p] * y[i] + lower[4 * p + 1] * y[i + 1];
        t -= lower[4 * p + 2] * y[i] + lower[4 * p + 3] * y[i + 1];
      }
      y[2 * k] = s;
      y[2 * k + 1] = t;
    }
    for (int k = symbolic.size() - 1; k >= 0; k--) {
      substitute(y, k);
    }
  }

  /** Solves {@code Aᵀ x = y}; {@code y[2 * position + unknown]} becomes {@code x}. */
  public void solveTransposed(double[] y) {
    for (int k = 0; k < symbolic.size(); k++) {
      transposedColumn(y, k);
    }
    for (int k = symbolic.size() - 1; k >= 0; k--) {
      double s = y[2 * k];
      double t = y[2 * k + 1];
      for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
        int i = 2 * symbolic.columnRow[p];
        s -= lowerByColumn[4 * p] * y[i] + lowerByColumn[4 * p + 2] * y[i + 1];
        t -= lowerByColumn[4 * p + 1] * y[i] + lowerByColumn[4 * p + 3] * y[i + 1];
      }
      y[2 * k] = s;
      y[2 * k + 1] = t;
    }
  }

  /** Step {@code k} of the solve with the transposed upper factor. */
  private void transposedColumn(double[] y, int k) {
    double a = y[2 * k];
    double b = y[2 * k + 1];
    if (a == 0 && b == 0) {
      return;
    }
    double s = diagonal[4 * k] * a + diagonal[4 * k + 2] * b;
    double t = diagonal[4 * k + 1] * a + diagonal[4 * k + 3] * b;
    y[2 * k] = s;
    y[2 * k + 1] = t;
    for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
      int i = 2 * symbolic.columnRow[p];
      y[i] -= upper[4 * p] * s + upper[4 * p + 2] * t;
      y[i + 1] -= upper[4 * p + 1] * s + upper[4 * p + 3] * t;
    }
  }

  /** Row {@code k} of the backward substitution of one right-hand side. */
  private void substitute(double[] y, int k) {
    double s = y[2 * k];
    double t = y[2 * k + 1];
    for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
      int i = 2 * symbolic.columnRow[p];
      s -= upper[4 * p] * y[i] + upper[4 * p + 1] * y[i + 1];
      t -= upper[4 * p + 2] * y[i] + upper[4 * p + 3] * y[i + 1];
    }
    y[2 * k] = diagonal[4 * k] * s + diagonal[4 * k + 1] * t;
    y[2 * k + 1] = diagonal[4 * k + 2] * s + diagonal[4 * k + 3] * t;
  }

  /**
   * Eliminates a right-hand side along the path of its non-zeros.
   *
   * @param path ascending positions; with a position all above it in the elimination tree
   */
  public void forwardPath(double[] y, int[] path) {
    for (int k : path) {
      double s = y[2 * k];
      double t = y[2 * k + 1];
      if (s == 0 && t == 0) {
        continue;
      }
      for (int p = symbolic.columnStart[k]; p < symbolic.columnStart[k + 1]; p++) {
        int i = 2 * symbolic.columnRow[p];
        y[i] -= lowerByColumn[4 * p] * s + lowerByColumn[4 * p + 1] * t;
        y[i + 1] -= lowerByColumn[4 * p + 2] * s + lowerByColumn[4 * p + 3] * t;
      }
    }
  }

  /**
   * Solves {@code Uᵀ x = y} along the path of the non-zeros of y (ascending positions); y becomes
   * x.
   */
  public void forwardPathTransposed(double[] y, int[] path) {
    for (int k : path) {
      transposedColumn(y, k);
    }
  }

  /**
   * Eliminates the right-hand sides of all lanes of one vector; {@code y[STRIDE * position + COUNT
   * * unknown + lane]}. No vector leaves the loop (docs/decisions/005).
   *
   * @param first first lane of the vector
   */
  public void forward(double[] y, int first) {
    int[] start = symbolic.rowStart;
    int[] column = symbolic.rowColumn;
    for (int k = 0; k < symbolic.size(); k++) {
      int end = start[k + 1];
      int o = k * STRIDE + first;
      DoubleVector s = Lanes.at(y, o);
      DoubleVector t = Lanes.at(y, o + Lanes.COUNT);
      for (int p = start[k]; p < end; p++) {
        int i = column[p] * STRIDE + first;
        DoubleVector a = Lanes.at(y, i);
        DoubleVector b = Lanes.at(y, i + Lanes.COUNT);
        s = s.sub(a.mul(lower[4 * p])).sub(b.mul(lower[4 * p + 1]));
        t = t.sub(a.mul(lower[4 * p + 2])).sub(b.mul(lower[4 * p + 3]));
      }
      s.intoArray(y, o);
      t.intoArray(y, o + Lanes.COUNT);
    }
  }

  /** Substitutes backward what {@link #forward} left. */
  public void backward(double[] y, int first) {
    int[] start = symbolic.columnStart;
    int[] row = symbolic.columnRow;
    for (int k = symbolic.size() - 1; k >= 0; k--) {
      int end = start[k + 1];
      int o = k * STRIDE + first;
      DoubleVector s = Lanes.at(y, o);
      DoubleVector t = Lanes.at(y, o + Lanes.COUNT);
      for (int p = start[k]; p < end; p++) {
        int i = row[p] * STRIDE + first;
        DoubleVector a = Lanes.at(y, i);
        DoubleVector b = Lanes.at(y, i + Lanes.COUNT);
        s = s.sub(a.mul(upper[4 * p])).sub(b.mul(upper[4 * p + 1]));
        t = t.sub(a.mul(upper[4 * p + 2])).sub(b.mul(upper[4 * p + 3]));
      }
      s.mul(diagonal[4 * k]).add(t.mul(diagonal[4 * k + 1])).intoArray(y, o);
      s.mul(diagonal[4 * k + 2]).add(t.mul(diagonal[4 * k + 3])).intoArray(y, o + Lanes.COUNT);
    }
  }
}
