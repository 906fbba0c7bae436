package org.gridclear.security.compensation;

import java.util.Arrays;
import org.gridclear.numerics.BlockLuFactor;
import org.gridclear.numerics.Lanes;
import org.gridclear.numerics.SymbolicFactor;

/**
 * A vector that is zero but on a path of the elimination tree: what a half solve makes of a sparse
 * right-hand side. Immutable, so threads may share it.
 */
public final class PathColumn {
  private final int[] positions;
  private final double[] values;

  private PathColumn(int[] positions, double[] values) {
    this.positions = positions;
    this.values = values;
  }

  /** {@code L⁻¹ e} for the unit vector of an unknown, {@code 2 · position + unknown}. */
  public static PathColumn eliminated(BlockLuFactor factor, int unknown, double[] scratch) {
    int[] path = path(factor.symbolic(), new int[] {unknown}, 1);
    scratch[unknown] = 1;
    factor.forwardPath(scratch, path);
    return take(path, scratch);
  }

  /** {@code U⁻ᵀ d} for a row's content d. */
  public static PathColumn transposed(
      BlockLuFactor factor, int[] unknowns, double[] content, int length, double[] scratch) {
    int[] path = path(factor.symbolic(), unknowns, length);
    for (int m = 0; m < length; m++) {
      scratch[unknowns[m]] += content[m];
    }
    factor.forwardPathTransposed(scratch, path);
    return take(path, scratch);
  }

  private static PathColumn take(int[] path, double[] scratch) {
    double[] values = new double[2 * path.length];
    for (int m = 0; m < path.length; m++) {
      values[2 * m] = scratch[2 * path[m]];
      values[2 * m + 1] = scratch[2 * path[m] + 1];
      scratch[2 * path[m]] = 0;
      scratch[2 * path[m] + 1] = 0;
    }
    return new PathColumn(path, values);
  }

  /** The positions of some unknowns and all above them in the elimination tree, ascending. */
  private static int[] path(SymbolicFactor symbolic, int[] unknowns, int length) {
    int[] path = new int[0];
    for (int m = 0; m < length; m++) {
      int fresh = 0;
      int first = unknowns[m] / 2;
      for (int k = first; k >= 0 && Arrays.binarySearch(path, k) < 0; k = symbolic.parent(k)) {
        fresh++;
      }
      path = fresh == 0 ? path : merged(symbolic, path, first, fresh);
    }
    return path;
  }

  /** A path and so many positions from one on upwards; parents come after their children. */
  private static int[] merged(SymbolicFactor symbolic, int[] path, int first, int fresh) {
    int[] all = new int[path.length + fresh];
    int next = 0;
    int k = first;
    for (int m = 0; m < all.length; m++) {
      boolean allPlaced = m - next == fresh;
      if (allPlaced || (next < path.length && path[next] < k)) {
        all[m] = path[next++];
      } else {
        all[m] = k;
        k = symbolic.parent(k);
      }
    }
    return all;
  }

  /** Puts the values into a vector of two unknowns per position. */
  public void scatter(double[] into) {
    for (int m = 0; m < positions.length; m++) {
      into[2 * positions[m]] = values[2 * m];
      into[2 * positions[m] + 1] = values[2 * m + 1];
    }
  }

  /** Puts zeros where {@link #scatter} put values. */
  public void clear(double[] in) {
    for (int position : positions) {
      in[2 * position] = 0;
      in[2 * position + 1] = 0;
    }
  }

  /** Scalar product with a vector of two unknowns per position. */
  public double dot(double[] other) {
    double sum = 0;
    for (int m = 0; m < positions.length; m++) {
      int o = 2 * positions[m];
      sum += values[2 * m] * other[o] + values[2 * m + 1] * other[o + 1];
    }
    return sum;
  }

  /** Scalar product with a lane. */
  public double dot(double[] lanes, int lane) {
    double sum = 0;
    for (int m = 0; m < positions.length; m++) {
      int o = positions[m] * BlockLuFactor.STRIDE + lane;
      sum += values[2 * m] * lanes[o] + values[2 * m + 1] * lanes[o + Lanes.COUNT];
    }
    return sum;
  }

  /** Takes a multiple away from a lane. */
  public void subtract(double[] lanes, int lane, double factor) {
    for (int m = 0; m < positions.length; m++) {
      int o = positions[m] * BlockLuFactor.STRIDE + lane;
      lanes[o] -= factor * values[2 * m];
      lanes[o + Lanes.COUNT] -= factor * values[2 * m + 1];
    }
  }
}
