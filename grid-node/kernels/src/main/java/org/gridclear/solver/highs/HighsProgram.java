package org.gridclear.solver.highs;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.gridclear.solver.LinearModel;
import org.gridclear.solver.Terms;

/** Bounds and rows of the program that HiGHS holds. */
final class HighsProgram {
  private final double[] columnLower;
  private final double[] columnUpper;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final int[] start;
  private final int[] index;
  private final double[] value;

  HighsProgram(HighsLibrary library, Pointer highs) {
    int columns = library.Highs_getNumCol(highs);
    int rows = library.Highs_getNumRow(highs);
    this.columnLower = new double[columns];
    this.columnUpper = new double[columns];
    this.rowLower = new double[rows];
    this.rowUpper = new double[rows];
    this.start = new int[rows + 1];
    IntByReference count = new IntByReference();
    IntByReference entries = new IntByReference();
    double[] costs = new double[columns];
    library.Highs_getColsByRange(
        highs, 0, columns - 1, count, costs, columnLower, columnUpper, entries, null, null, null);
    if (rows > 0) {
      library.Highs_getRowsByRange(
          highs, 0, rows - 1, count, rowLower, rowUpper, entries, null, null, null);
    } else {
      entries.setValue(0);
    }
    this.index = new int[entries.getValue()];
    this.value = new double[entries.getValue()];
    if (rows > 0) {
      library.Highs_getRowsByRange(
          highs, 0, rows - 1, count, rowLower, rowUpper, entries, start, index, value);
    }
    start[rows] = index.length;
  }

  double[] columnLower() {
    return columnLower;
  }

  double[] columnUpper() {
    return columnUpper;
  }

  double[] rowLower() {
    return rowLower;
  }

  double[] rowUpper() {
    return rowUpper;
  }

  /** Values of all rows at a point. */
  double[] activity(double[] point) {
    double[] activity = new double[rowLower.length];
    for (int i = 0; i < activity.length; i++) {
      for (int e = start[i]; e < start[i + 1]; e++) {
        activity[i] += value[e] * point[index[e]];
      }
    }
    return activity;
  }

  /**
   * The same as a model without costs.
   *
   * @param whole nonzero for the first columns that must be whole numbers
   */
  LinearModel model(int[] whole) {
    LinearModel model = new LinearModel();
    for (int j = 0; j < columnLower.length; j++) {
      model.addColumn(columnLower[j], columnUpper[j], 0, j < whole.length && whole[j] != 0);
    }
    for (int i = 0; i < rowLower.length; i++) {
      Terms terms = new Terms();
      for (int e = start[i]; e < start[i + 1]; e++) {
        terms.add(index[e], value[e]);
      }
      model.addRow(rowLower[i], rowUpper[i], terms);
    }
    return model;
  }
}
