package org.gridclear.numerics;

import java.util.Arrays;

/** An eliminated right-hand side with few non-zeros, and the scratch space to find it. */
public final class SparseColumn {
  private final double[] scratch;
  private int[] positions = new int[64];
  private double[] values = new double[64];
  private int length;

  /** An empty column of a matrix of order {@code n}. */
  public SparseColumn(int n) {
    scratch = new double[n];
  }

  /** Zeros, one per position; whoever uses them leaves zeros. */
  double[] scratch() {
    return scratch;
  }

  void clear() {
    length = 0;
  }

  void add(int position, double value) {
    if (length == positions.length) {
      positions = Arrays.copyOf(positions, 2 * length);
      values = Arrays.copyOf(values, 2 * length);
    }
    positions[length] = position;
    values[length++] = value;
  }

  /** Number of entries, ascending by position. */
  public int length() {
    return length;
  }

  /** Position of an entry. */
  public int position(int entry) {
    return positions[entry];
  }

  /** Value of an entry. */
  public double value(int entry) {
    return values[entry];
  }

  /** {@code xᵀ A⁻¹ z} for the right-hand sides x and z of this and another column of one factor. */
  public double dot(SparseColumn other, LdlFactor factor) {
    for (int m = 0; m < length; m++) {
      scratch[positions[m]] = values[m];
    }
    double sum = 0;
    for (int m = 0; m < other.length; m++) {
      int k = other.positions[m];
      sum += other.values[m] * scratch[k] / factor.pivot(k);
    }
    for (int m = 0; m < length; m++) {
      scratch[positions[m]] = 0;
    }
    return sum;
  }

  /** {@code xᵀ A⁻¹ z} for this column and one lane of eliminated right-hand sides. */
  public double dot(double[] lanes, int lane, LdlFactor factor) {
    double sum = 0;
    for (int m = 0; m < length; m++) {
      int k = positions[m];
      sum += values[m] * lanes[k * LdlFactor.LANES + lane] / factor.pivot(k);
    }
    return sum;
  }

  /** Adds a multiple of this column to one lane. */
  public void addTo(double[] lanes, int lane, double factor) {
    for (int m = 0; m < length; m++) {
      lanes[positions[m] * LdlFactor.LANES + lane] += factor * values[m];
    }
  }
}
