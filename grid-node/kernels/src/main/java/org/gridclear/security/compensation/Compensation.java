package org.gridclear.security.compensation;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
public final class Compensation {
  /** Changes beyond which a refactorisation is the better way. */
  public static final int CHANGES_MAX = 400;

  private static final double PIVOT_MIN = 1e-9;

  private final ChangedRow[] changes;
  private final int[] signs;

  /** Factors of {@code I + S Dᵀ J⁻¹ E} and where their rows come from. */
  private final double[][] factors;

  private final int[] from;
  private final double[] z;
  private final double[] w;

  private Compensation(ChangedRow[] changes, int[] signs, double[][] factors, int[] from) {
    this.changes = changes;
    this.signs = signs;
    this.factors = factors;
    this.from = from;
    this.z = new double[changes.length];
    this.w = new double[changes.length];
  }

  /**
   * Prepares changes.
   *
   * @param rows the changed rows; one may be changed several times
   * @param signs 1 where the content is added, -1 where it is taken away
   * @param scratch zeros, two per position; zeros again afterwards
   * @return null if the changed matrix is singular
   */
  public static @Nullable Compensation of(List<ChangedRow> rows, int[] signs, double[] scratch) {
    int size = rows.size();
    ChangedRow[] changes = rows.toArray(ChangedRow[]::new);
    double[][] matrix = new double[size][size];
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
    }
    int[] from = DenseSolve.factor(matrix, PIVOT_MIN);
    return from == null ? null : new Compensation(changes, signs, matrix, from);
  }

  /** Corrects a lane between forward and backward substitution. */
  public void apply(double[] lanes, int lane) {
    for (int i = 0; i < z.length; i++) {
      z[i] = signs[i] * changes[i].transposed().dot(lanes, lane);
    }
    DenseSolve.solve(factors, from, z, w);
    for (int i = 0; i < z.length; i++) {
      changes[i].eliminated().subtract(lanes, lane, w[i]);
    }
  }
}
