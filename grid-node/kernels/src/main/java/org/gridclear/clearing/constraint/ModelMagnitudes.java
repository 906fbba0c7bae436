package org.gridclear.clearing.constraint;

import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.RowNames;
import org.gridclear.solver.LinearModel;

/**
 * Numbers that a solver would refuse, or drop without a word (HiGHS: coefficients of 1e15 and more,
 * and of 1e-9 and less). A model with one of them is not solved; it is named by its element.
 */
public final class ModelMagnitudes {
  private static final double LARGEST = 1e15;
  private static final double SMALLEST = 1e-9;

  /** A coefficient that is this share of the largest of its row, or less, is rounding noise. */
  private static final double NOISE_SHARE = 1e-13;

  private final LinearModel linear;
  private final RowNames names;

  private ModelMagnitudes(ClearingModel model) {
    this.linear = model.linear();
    this.names = new RowNames(model);
  }

  /** Stops a clearing whose model has such a number. */
  public static void check(ClearingModel model) {
    LinearModel linear = model.linear();
    for (int row = 0; row < linear.rowCount(); row++) {
      double bad = badEntry(linear, row);
      if (bad != 0) {
        throw new ModelMagnitudes(model).stopped(row, bad);
      }
    }
    for (int column = 0; column < linear.columnCount(); column++) {
      double cost = linear.cost(column);
      boolean least = linear.columnLower(column) >= LARGEST;
      if (!(Math.abs(cost) < LARGEST) || least || linear.columnUpper(column) <= -LARGEST) {
        throw new ModelMagnitudes(model).stoppedAt(column, least ? LARGEST : cost);
      }
    }
  }

  /** The first number of a row that is out of range; 0 if there is none. */
  private static double badEntry(LinearModel linear, int row) {
    double largest = 0;
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      largest = Math.max(largest, Math.abs(linear.entryValue(e)));
    }
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      double value = linear.entryValue(e);
      double size = Math.abs(value);
      boolean small = size > 0 && size <= SMALLEST && size > NOISE_SHARE * largest;
      if (!(size < LARGEST) || small) {
        return value;
      }
    }
    if (linear.rowLower(row) >= LARGEST) {
      return linear.rowLower(row);
    }
    return linear.rowUpper(row) <= -LARGEST ? linear.rowUpper(row) : 0;
  }

  private ClearingAbortedException stopped(int row, double value) {
    return stopped(names.of(row), value);
  }

  private ClearingAbortedException stoppedAt(int column, double value) {
    for (int e = 0; e < linear.entryCount(); e++) {
      if (linear.entryColumn(e) == column) {
        int row = 0;
        while (linear.rowStart(row + 1) <= e) {
          row++;
        }
        return stopped(names.of(row), value);
      }
    }
    return stopped("a cost", value);
  }

  private static ClearingAbortedException stopped(String where, double value) {
    return new ClearingAbortedException(
        ClearingOutcome.Reason.SOLVER_FAILED,
        ("A number of the case is out of the range that can be solved with, from 1e-9 to 1e15: "
                + "%s makes %s. Correct its data.")
            .formatted(where, value));
  }
}
