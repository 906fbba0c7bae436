package org.gridclear.security.compensation;

import org.jspecify.annotations.Nullable;

/** Small dense systems, such as those among the few elements of an outage. */
public final class DenseSolve {
  private DenseSolve() {}

  /**
   * Turns a matrix into its factors by Gaussian elimination with partial pivoting, by rows: {@code
   * P A = L U}, L with a unit diagonal.
   *
   * @param a matrix, becomes its factors
   * @param pivotMin smallest pivot that counts as regular
   * @return per row of the factors, which row of the matrix it was; null if that is not regular
   */
  public static int @Nullable [] factor(double[][] a, double pivotMin) {
    int n = a.length;
    int[] from = new int[n];
    for (int k = 0; k < n; k++) {
      from[k] = k;
    }
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
      }
      if (!(Math.abs(a[best][k]) > pivotMin)) {
        return null;
      }
      swap(a, k, best);
      int row = from[k];
      from[k] = from[best];
      from[best] = row;
      for (int i = k + 1; i < n; i++) {
        double ratio = a[i][k] / a[k][k];
        a[i][k] = ratio;
        if (ratio != 0) {
          subtract(a[i], a[k], ratio, k + 1);
        }
      }
    }
    return from;
  }

  /**
   * Solves {@code A x = b} with the factors of A.
   *
   * @param factors of {@link #factor}
   * @param from where its rows come from
   * @param b right-hand side
   * @param x becomes the solution
   */
  public static void solve(double[][] factors, int[] from, double[] b, double[] x) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      double[] row = factors[i];
      double sum = b[from[i]];
      for (int j = 0; j < i; j++) {
        sum -= row[j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double[] row = factors[i];
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= row[j] * x[j];
      }
      x[i] = sum / row[i];
    }
  }

  /**
   * Solves {@code A x = b}.
   *
   * @param a matrix, becomes its factors
   * @param b right-hand side, becomes the solution
   * @param pivotMin smallest pivot that counts as regular
   * @return whether the matrix is regular
   */
  public static boolean inPlace(double[][] a, double[] b, double pivotMin) {
    int[] from = factor(a, pivotMin);
    if (from == null) {
      return false;
    }
    double[] x = new double[b.length];
    solve(a, from, b, x);
    System.arraycopy(x, 0, b, 0, x.length);
    return true;
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  private static void subtract(double[] from, double[] what, double ratio, int start) {
    for (int c = start; c < from.length; c++) {
      from[c] -= ratio * what[c];
    }
  }
}
