package org.gridclear.solver.highs;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Arrays;
import java.util.Optional;
import org.gridclear.solver.Moves;
import org.jspecify.annotations.Nullable;

/** The program of the moves from an optimum, solved in place of the program and taken back. */
final class HighsMoves {
  private static final int OPTIMAL = 7;

  private final HighsLibrary library;
  private final Pointer highs;
  private final Runnable run;
  private final int columns;
  private final int rows;

  HighsMoves(HighsLibrary library, Pointer highs, Runnable run) {
    this.library = library;
    this.highs = highs;
    this.run = run;
    this.columns = library.Highs_getNumCol(highs);
    this.rows = library.Highs_getNumRow(highs);
  }

  /** Row duals of the step; empty where it is impossible or the point no optimum. */
  Optional<double[]> duals(double[] optimum, double[] rowSteps) {
    double[] point = Arrays.copyOf(optimum, columns);
    double[] columnLower = new double[columns];
    double[] columnUpper = new double[columns];
    columnBounds(columnLower, columnUpper);
    double[] rowLower = new double[rows];
    double[] rowUpper = new double[rows];
    double[] activity = rows(point, rowLower, rowUpper);
    set(
        Moves.from(columnLower, columnUpper, point, new double[0]),
        Moves.from(rowLower, rowUpper, activity, rowSteps));
    run.run();
    Optional<double[]> duals = Optional.empty();
    if (library.Highs_getModelStatus(highs) == OPTIMAL) {
      double[] rowDuals = new double[rows];
      library.Highs_getSolution(
          highs, new double[columns], new double[columns], new double[rows], rowDuals);
      duals = Optional.of(rowDuals);
    }
    set(new Moves(columnLower, columnUpper), new Moves(rowLower, rowUpper));
    return duals;
  }

  private void set(Moves ofColumns, Moves ofRows) {
    library.Highs_changeColsBoundsByRange(
        highs, 0, columns - 1, ofColumns.lower(), ofColumns.upper());
    if (rows > 0) {
      library.Highs_changeRowsBoundsByRange(highs, 0, rows - 1, ofRows.lower(), ofRows.upper());
    }
  }

  private void columnBounds(double[] lower, double[] upper) {
    library.Highs_getColsByRange(
        highs,
        0,
        columns - 1,
        new IntByReference(),
        new double[columns],
        lower,
        upper,
        new IntByReference(),
        null,
        null,
        null);
  }

  /** Fills the bounds of all rows and returns their values at a point. */
  private double[] rows(double[] point, double[] lower, double[] upper) {
    double[] activity = new double[rows];
    if (rows == 0) {
      return activity;
    }
    IntByReference entries = new IntByReference();
    entries(lower, upper, entries, null, null, null);
    int[] start = new int[rows];
    int[] index = new int[entries.getValue()];
    double[] value = new double[entries.getValue()];
    entries(lower, upper, entries, start, index, value);
    for (int i = 0; i < rows; i++) {
      int end = i + 1 < rows ? start[i + 1] : index.length;
      for (int e = start[i]; e < end; e++) {
        activity[i] += value[e] * point[index[e]];
      }
    }
    return activity;
  }

  private void entries(
      double[] lower,
      double[] upper,
      IntByReference entries,
      int @Nullable [] start,
      int @Nullable [] index,
      double @Nullable [] value) {
    library.Highs_getRowsByRange(
        highs, 0, rows - 1, new IntByReference(), lower, upper, entries, start, index, value);
  }
}
