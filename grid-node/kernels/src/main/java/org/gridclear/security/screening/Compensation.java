package org.gridclear.security.screening;

import java.util.List;

/**
 * Turns solves with the base Jacobian {@code J = L U} into solves with {@code J + E Dᵀ}, E the unit
 * vectors of a few changed rows and D what is added to them (Sherman, Morrison, Woodbury):
 *
 * <p>{@code (J + E Dᵀ)⁻¹ r = J⁻¹ (r − E w)}, {@code w = (I + Dᵀ J⁻¹ E)⁻¹ Dᵀ J⁻¹ r}.
 *
 * <p>With {@code G = L⁻¹ E} and {@code H = U⁻ᵀ D}, which live on paths of the elimination tree
 * alone, {@code Dᵀ J⁻¹ r = Hᵀ (L⁻¹ r)} and {@code Dᵀ J⁻¹ E = Hᵀ G}: the correction is made between
 * the forward and the backward substitution.
 */
final class Compensation {
  /** Changes beyond which a refactorisation is the better way. */
  static final int CHANGES_MAX = 200;

  private static final double PIVOT_MIN = 1e-9;

  private final List<RowChange> changes;
  private final double[][] gain;

  private Compensation(List<RowChange> changes, double[][] gain) {
    this.changes = changes;
    this.gain = gain;
  }

  /**
   * Prepares changes.
   *
   * @param scratch zeros, two per position; zeros again afterwards
   * @return null if the changed matrix is singular
   */
  static Compensation of(List<RowChange> changes, double[] scratch) {
    int size = changes.size();
    double[][] matrix = new double[size][size];
    double[][] gain = new double[size][size];
    for (int j = 0; j < size; j++) {
      changes.get(j).eliminated().scatter(scratch);
      for (int i = 0; i < size; i++) {
        matrix[i][j] = changes.get(i).sign() * changes.get(i).transposed().dot(scratch);
      }
      changes.get(j).eliminated().clear(scratch);
    }
    for (int i = 0; i < size; i++) {
      matrix[i][i] += 1;
      gain[i][i] = changes.get(i).sign();
    }
    boolean regular = DenseSolve.inPlace(matrix, gain, PIVOT_MIN);
    return regular ? new Compensation(List.copyOf(changes), gain) : null;
  }

  /** Corrects a lane between forward and backward substitution. */
  void apply(double[] lanes, int lane) {
    int size = gain.length;
    double[] z = new double[size];
    for (int i = 0; i < size; i++) {
      z[i] = changes.get(i).transposed().dot(lanes, lane);
    }
    for (int i = 0; i < size; i++) {
      double w = 0;
      for (int j = 0; j < size; j++) {
        w += gain[i][j] * z[j];
      }
      changes.get(i).eliminated().subtract(lanes, lane, w);
    }
  }
}
