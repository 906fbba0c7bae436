package org.gridclear.security.audit;

import org.ejml.data.DMatrixSparseCSC;

/** EJML keeps duplicates of a triplet matrix apart. */
final class Duplicates {
  private Duplicates() {}

  /** Adds up entries at one place; rows must be sorted within their column. */
  static DMatrixSparseCSC summed(DMatrixSparseCSC matrix) {
    DMatrixSparseCSC sum = new DMatrixSparseCSC(matrix.numRows, matrix.numCols, matrix.nz_length);
    int entries = 0;
    for (int c = 0; c < matrix.numCols; c++) {
      sum.col_idx[c] = entries;
      for (int k = matrix.col_idx[c]; k < matrix.col_idx[c + 1]; k++) {
        if (entries > sum.col_idx[c] && sum.nz_rows[entries - 1] == matrix.nz_rows[k]) {
          sum.nz_values[entries - 1] += matrix.nz_values[k];
        } else {
          sum.nz_rows[entries] = matrix.nz_rows[k];
          sum.nz_values[entries++] = matrix.nz_values[k];
        }
      }
    }
    sum.col_idx[matrix.numCols] = entries;
    sum.nz_length = entries;
    return sum;
  }
}
