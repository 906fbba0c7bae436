package org.gridclear.solver.highs;

import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.Optional;
import org.gridclear.solver.Moves;

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
    HighsProgram program = new HighsProgram(library, highs);
    double[] activity = program.activity(point);
    set(
        Moves.from(program.columnLower(), program.columnUpper(), point, new double[0]),
        Moves.from(program.rowLower(), program.rowUpper(), activity, rowSteps));
    run.run();
    Optional<double[]> duals = Optional.empty();
    if (library.Highs_getModelStatus(highs) == OPTIMAL) {
      double[] rowDuals = new double[rows];
      library.Highs_getSolution(
          highs, new double[columns], new double[columns], new double[rows], rowDuals);
      duals = Optional.of(rowDuals);
    }
    set(
        new Moves(program.columnLower(), program.columnUpper()),
        new Moves(program.rowLower(), program.rowUpper()));
    return duals;
  }

  private void set(Moves ofColumns, Moves ofRows) {
    library.Highs_changeColsBoundsByRange(
        highs, 0, columns - 1, ofColumns.lower(), ofColumns.upper());
    if (rows > 0) {
      library.Highs_changeRowsBoundsByRange(highs, 0, rows - 1, ofRows.lower(), ofRows.upper());
    }
  }
}
