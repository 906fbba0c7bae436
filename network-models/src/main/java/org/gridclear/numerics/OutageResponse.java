package org.gridclear.numerics;

import java.util.Optional;
import org.gridclear.network.NetworkIndex;

/**
 * How flows move when several branches open at once (EQ-05): {@code f_l' = f_l + Σ_k w_lk · f_k},
 * {@code w = T · (I − Φ)⁻¹}, T the flows of a transfer between the ends of each open branch, Φ its
 * part among the open branches. One branch gives the LODF.
 */
public final class OutageResponse {
  /** Below this pivot the outage splits the network. */
  private static final double PIVOT_MIN = 1e-8;

  private final int[] branches;
  private final double[][] weights;
  private final double[][] inverse;

  private OutageResponse(int[] branches, double[][] weights, double[][] inverse) {
    this.branches = branches;
    this.weights = weights;
    this.inverse = inverse;
  }

  /**
   * The response to an outage.
   *
   * @param branches branches that open; those out of service already are left out
   * @return empty if the outage splits the network
   */
  public static Optional<OutageResponse> of(
      NetworkIndex index, ShiftFactors factors, int[] branches) {
    int[] open =
        java.util.Arrays.stream(branches)
            .filter(k -> factors.inService(k) && index.from(k) != index.to(k))
            .distinct()
            .toArray();
    double[][] transfer = new double[open.length][];
    for (int k = 0; k < open.length; k++) {
      transfer[k] = factors.transfer(index.from(open[k]), index.to(open[k]));
    }
    double[][] inverse = inverse(open, transfer);
    if (inverse.length != open.length) {
      return Optional.empty();
    }
    double[][] weights = new double[open.length][index.branchCount()];
    for (int k = 0; k < open.length; k++) {
      for (int j = 0; j < open.length; j++) {
        for (int l = 0; l < weights[k].length; l++) {
          weights[k][l] += transfer[j][l] * inverse[j][k];
        }
      }
    }
    for (int k = 0; k < open.length; k++) {
      for (int j = 0; j < open.length; j++) {
        weights[k][open[j]] = j == k ? -1 : 0;
      }
    }
    return Optional.of(new OutageResponse(open, weights, inverse));
  }

  /** {@code (I − Φ)⁻¹} by Gauss-Jordan elimination; empty where a pivot vanishes. */
  private static double[][] inverse(int[] open, double[][] transfer) {
    int n = open.length;
    double[][] a = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        a[i][k] = (i == k ? 1 : 0) - transfer[k][open[i]];
      }
      a[i][n + i] = 1;
    }
    for (int p = 0; p < n; p++) {
      int best = p;
      for (int i = p + 1; i < n; i++) {
        best = Math.abs(a[i][p]) > Math.abs(a[best][p]) ? i : best;
      }
      double[] row = a[best];
      a[best] = a[p];
      a[p] = row;
      if (Math.abs(row[p]) < PIVOT_MIN) {
        return new double[n + 1][];
      }
      double pivot = row[p];
      for (int c = 0; c < 2 * n; c++) {
        row[c] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == p ? 0 : a[i][p];
        for (int c = 0; c < 2 * n && factor != 0; c++) {
          a[i][c] -= factor * row[c];
        }
      }
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], n, inverse[i], 0, n);
    }
    return inverse;
  }

  /** The branches that open. */
  public int[] branches() {
    return branches.clone();
  }

  /**
   * What the other branches take over of the k-th open branch.
   *
   * @return per branch, MW per MW that it carried before; not to be changed
   */
  public double[] weights(int k) {
    return weights[k];
  }

  /**
   * What a transfer between the ends of the k-th open branch has to be, so that it takes the place
   * of what that branch carried: the k-th diagonal entry of {@code (I − Φ)⁻¹}.
   *
   * @return MW per MW that it carried before
   */
  public double transferMw(int k) {
    return inverse[k][k];
  }
}
