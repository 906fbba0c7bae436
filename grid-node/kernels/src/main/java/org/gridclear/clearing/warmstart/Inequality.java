package org.gridclear.clearing.warmstart;

import org.gridclear.solver.Terms;

/**
 * {@code Σ value_k · column_k ≤ upper}.
 *
 * @param columns each column once
 * @param values one for each column
 * @param upper the right side
 */
public record Inequality(int[] columns, double[] values, double upper) {
  /** Its left side. */
  public Terms terms() {
    Terms terms = new Terms();
    for (int k = 0; k < columns.length; k++) {
      terms.add(columns[k], values[k]);
    }
    return terms;
  }

  /** By how much a point exceeds the right side; negative where it does not. */
  public double excess(double[] x) {
    double sum = -upper;
    for (int k = 0; k < columns.length; k++) {
      sum += values[k] * x[columns[k]];
    }
    return sum;
  }
}
