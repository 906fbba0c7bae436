package org.gridclear.security.screening;

import java.util.List;

/**
 * Turns solves with the base Jacobian {@code J = L U} into solves with {@code J + E S Dᵀ}, E the
 * unit vectors of a few changed rows, D what is added to them and S its signs (Sherman, Morrison,
 * Woodbury):
 *
 * <p>{@code (J + E S Dᵀ)⁻¹ r = J⁻¹ (r − E w)}, {@code w = (I + S Dᵀ J⁻¹ E)⁻¹ S Dᵀ J⁻¹ r}.
 *
 * <p>With {@code G = L⁻¹ E} and {@code H = U⁻ᵀ D}, which live on paths of the elimination tree
 * alone, {@code Dᵀ J⁻¹ r = Hᵀ (L⁻¹ r)} and {@code Dᵀ J⁻¹ E = Hᵀ G}: the correction is made between
 * the forward and the backward substitution.
 */
final class Compensation {
  /** Changes beyond which a refactorisation is the better way. */
  static final int CHANGES_MAX = 200;

  private static final double PIVOT_MIN = 1e-9;

  private final ChangedRow[] changes;
  private final double[][] gain;
  private final double[] z;

  private Compensation(ChangedRow[] changes, double[][] gain) {
    this.changes = changes;
    this.gain = gain;
    this.z = new double[changes.length];
  }

  /**
   * Prepares changes.
   *
   * @param rows the changed rows; one may be changed several times
   * @param signs 1 where the content is added, -1 where it is taken away
   * @param scratch zeros, two per position; zeros again afterwards
   * @return null if the changed matrix is singular
   */
  static Compensation of(List<ChangedRow> rows, int[] signs, double[] scratch) {
    int size = rows.size();
    ChangedRow[] changes = rows.toArray(ChangedRow[]::new);
    double[][] matrix = new double[size][size];
    double[][] gain = new double[size][size];
    for (int j = 0; j < size; j++) {
      ChangedRow column = changes[j];
      boolean scattered = false;
      for (int i = 0; i < size; i++) {
        double product = column.product(changes[i]);
        if (product == 0) {
          if (!scattered) {
            column.eliminated().scatter(scratch);
            scattered = true;
          }
          product = changes[i].transposed().dot(scratch);
          column.keep(changes[i], product);
        }
        matrix[i][j] = signs[i] * product;
      }
      if (scattered) {
        column.eliminated().clear(scratch);
      }
      matrix[j][j] += 1;
      gain[j][j] = signs[j];
    }
    return DenseSolve.inPlace(matrix, gain, PIVOT_MIN) ? new Compensation(changes, gain) : null;
  }

  /** Corrects a lane between forward and backward substitution. */
  void apply(double[] lanes, int lane) {
    for (int i = 0; i < z.length; i++) {
      z[i] = changes[i].transposed().dot(lanes, lane);
    }
    for (int i = 0; i < z.length; i++) {
      double w = 0;
      for (int j = 0; j < z.length; j++) {
        w += gain[i][j] * z[j];
      }
      changes[i].eliminated().subtract(lanes, lane, w);
    }
  }
}
