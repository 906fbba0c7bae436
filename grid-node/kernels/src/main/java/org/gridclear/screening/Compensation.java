package org.gridclear.screening;

import java.util.Arrays;
import org.gridclear.sparse.BlockLuFactor;
import org.gridclear.sparse.Lanes;
import org.gridclear.sparse.SymbolicFactor;

/**
 * Turns solves with the base Jacobian {@code J = L U} into solves with {@code J + E C Eᵀ}, E the
 * unit vectors of a few touched positions (Sherman, Morrison, Woodbury):
 *
 * <p>{@code (J + E C Eᵀ)⁻¹ r = J⁻¹ (r − E w)}, {@code w = (I + C X)⁻¹ C Eᵀ J⁻¹ r}, {@code X = Eᵀ
 * J⁻¹ E}.
 *
 * <p>With {@code G = L⁻¹ E} and {@code H = U⁻ᵀ E}, which live on the paths of the touched positions
 * in the elimination tree alone, {@code Eᵀ J⁻¹ r = Hᵀ (L⁻¹ r)} and {@code X = Hᵀ G}: the correction
 * is made between the forward and the backward substitution.
 */
final class Compensation {
  /** Touched positions beyond which a refactorisation is the better way. */
  static final int TOUCHED_MAX = 16;

  private final int size;
  private final int[] path;
  private final double[] g;
  private final double[] h;
  private final double[][] gain;

  private Compensation(int size, int[] path, double[] g, double[] h, double[][] gain) {
    this.size = size;
    this.path = path;
    this.g = g;
    this.h = h;
    this.gain = gain;
  }

  /**
   * Prepares a change.
   *
   * @param touched positions whose rows and columns change
   * @param c the change, two rows and columns per touched position
   * @param scratch zeros, two per position; zeros again afterwards
   * @return null if the changed matrix is singular
   */
  static Compensation of(BlockLuFactor factor, int[] touched, double[][] c, double[] scratch) {
    int size = 2 * touched.length;
    int[] path = path(factor.symbolic(), touched);
    double[] g = new double[2 * path.length * size];
    double[] h = new double[2 * path.length * size];
    for (int column = 0; column < size; column++) {
      int unknown = 2 * touched[column / 2] + column % 2;
      scratch[unknown] = 1;
      factor.forwardPath(scratch, path, path.length);
      take(scratch, path, g, size, column);
      scratch[unknown] = 1;
      factor.forwardPathTransposed(scratch, path, path.length);
      take(scratch, path, h, size, column);
    }
    double[][] x = new double[size][size];
    for (int m = 0; m < 2 * path.length; m++) {
      for (int i = 0; i < size; i++) {
        double hi = h[m * size + i];
        for (int j = 0; j < size && hi != 0; j++) {
          x[i][j] += hi * g[m * size + j];
        }
      }
    }
    double[][] gain = gain(c, x);
    return gain == null ? null : new Compensation(size, path, g, h, gain);
  }

  private static void take(double[] scratch, int[] path, double[] into, int size, int column) {
    for (int m = 0; m < path.length; m++) {
      into[2 * m * size + column] = scratch[2 * path[m]];
      into[(2 * m + 1) * size + column] = scratch[2 * path[m] + 1];
      scratch[2 * path[m]] = 0;
      scratch[2 * path[m] + 1] = 0;
    }
  }

  /** The touched positions and all above them in the elimination tree, ascending. */
  private static int[] path(SymbolicFactor symbolic, int[] touched) {
    int[] path = new int[64];
    int count = 0;
    for (int t : touched) {
      for (int k = t; k >= 0; k = symbolic.parent(k)) {
        if (count == path.length) {
          path = Arrays.copyOf(path, 2 * count);
        }
        path[count++] = k;
      }
    }
    Arrays.sort(path, 0, count);
    int kept = 0;
    for (int m = 0; m < count; m++) {
      if (m == 0 || path[m] != path[m - 1]) {
        path[kept++] = path[m];
      }
    }
    return Arrays.copyOf(path, kept);
  }

  /** {@code (I + C X)⁻¹ C}; null if it does not exist. */
  private static double[][] gain(double[][] c, double[][] x) {
    int n = c.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      for (int m = 0; m < n; m++) {
        for (int j = 0; j < n && c[i][m] != 0; j++) {
          matrix[i][j] += c[i][m] * x[m][j];
        }
      }
    }
    double[][] right = new double[n][];
    for (int i = 0; i < n; i++) {
      right[i] = c[i].clone();
    }
    return DenseSolve.inPlace(matrix, right, 1e-10) ? right : null;
  }

  /** Corrects a lane between forward and backward substitution. */
  void apply(double[] lanes, int lane) {
    double[] z = new double[size];
    for (int m = 0; m < path.length; m++) {
      int o = path[m] * BlockLuFactor.STRIDE + lane;
      double first = lanes[o];
      double second = lanes[o + Lanes.COUNT];
      for (int i = 0; i < size; i++) {
        z[i] += h[2 * m * size + i] * first + h[(2 * m + 1) * size + i] * second;
      }
    }
    double[] w = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        w[i] += gain[i][j] * z[j];
      }
    }
    for (int m = 0; m < path.length; m++) {
      double first = 0;
      double second = 0;
      for (int i = 0; i < size; i++) {
        first += g[2 * m * size + i] * w[i];
        second += g[(2 * m + 1) * size + i] * w[i];
      }
      int o = path[m] * BlockLuFactor.STRIDE + lane;
      lanes[o] -= first;
      lanes[o + Lanes.COUNT] -= second;
    }
  }
}
