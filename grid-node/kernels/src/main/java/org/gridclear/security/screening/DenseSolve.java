package org.gridclear.security.screening;

/** Small dense systems, such as those among the few elements of an outage. */
final class DenseSolve {
  private DenseSolve() {}

  /**
   * Solves {@code A x = b}.
   *
   * @param a matrix, destroyed
   * @param b right-hand side, becomes the solution
   * @param pivotMin smallest pivot that counts as regular
   * @return whether the matrix is regular
   */
  static boolean inPlace(double[][] a, double[] b, double pivotMin) {
    double[][] columns = new double[b.length][1];
    for (int i = 0; i < b.length; i++) {
      columns[i][0] = b[i];
    }
    boolean regular = inPlace(a, columns, pivotMin);
    for (int i = 0; i < b.length; i++) {
      b[i] = columns[i][0];
    }
    return regular;
  }

  /**
   * Solves {@code A X = B} by Gaussian elimination with partial pivoting.
   *
   * @param a matrix, destroyed
   * @param b right-hand sides, become the solutions
   * @param pivotMin smallest pivot that counts as regular
   * @return whether the matrix is regular
   */
  static boolean inPlace(double[][] a, double[][] b, double pivotMin) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
      }
      if (!(Math.abs(a[best][k]) > pivotMin)) {
        return false;
      }
      swap(a, k, best);
      swap(b, k, best);
      for (int i = k + 1; i < n; i++) {
        double ratio = a[i][k] / a[k][k];
        if (ratio != 0) {
          subtract(a[i], a[k], ratio, k + 1);
          subtract(b[i], b[k], ratio, 0);
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        subtract(b[k], b[j], a[k][j], 0);
      }
      for (int c = 0; c < b[k].length; c++) {
        b[k][c] /= a[k][k];
      }
    }
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
