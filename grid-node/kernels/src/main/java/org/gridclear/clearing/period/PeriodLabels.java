package org.gridclear.clearing.period;

import java.util.Arrays;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.solver.LinearModel;

/**
 * The period of every column and row of a model. Which rows count as those of one period decides
 * how good a start the periods by themselves are, never whether a result holds.
 *
 * @param columns period of every column; {@link #LINKING} for one of several or of none
 * @param rows period of every row
 */
record PeriodLabels(int[] columns, int[] rows) {
  /** A column or row of several periods. */
  static final int LINKING = -1;

  /** Labels of a model: what its tables and injections say, and what hangs on these. */
  static PeriodLabels of(ClearingModel model) {
    LinearModel linear = model.linear();
    int[] columns = new int[linear.columnCount()];
    Arrays.fill(columns, LINKING);
    label(columns, model.statusColumns());
    label(columns, model.startColumns());
    label(columns, model.stopColumns());
    label(columns, model.shedColumns());
    model.injections().forEach(each -> columns[each.column()] = each.period());
    for (int t = 0; t < model.periodCount() && model.hasLosses(); t++) {
      for (int island = 0; island < model.islandCount(t); island++) {
        columns[model.loss().at(t, island)] = t;
      }
    }
    while (spread(linear, columns)) {
      // Columns of costs hang on those of output, and others on them.
    }
    int[] rows = new int[linear.rowCount()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = complete(linear, i, columns) ? period(linear, i, columns) : LINKING;
    }
    return new PeriodLabels(columns, rows);
  }

  private static void label(int[] labels, int[][] ofElements) {
    for (int[] ofElement : ofElements) {
      for (int t = 0; t < ofElement.length; t++) {
        if (ofElement[t] >= 0) {
          labels[ofElement[t]] = t;
        }
      }
    }
  }

  /** Gives the columns of rows of one period that period; returns whether there were any. */
  private static boolean spread(LinearModel linear, int[] columns) {
    boolean more = false;
    for (int i = 0; i < linear.rowCount(); i++) {
      int period = complete(linear, i, columns) ? LINKING : period(linear, i, columns);
      for (int e = linear.rowStart(i); period != LINKING && e < linear.rowStart(i + 1); e++) {
        columns[linear.entryColumn(e)] = period;
        more = true;
      }
    }
    return more;
  }

  private static boolean complete(LinearModel linear, int row, int[] columns) {
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      if (columns[linear.entryColumn(e)] == LINKING) {
        return false;
      }
    }
    return true;
  }

  /** The period that all columns of a row have which have one. */
  private static int period(LinearModel linear, int row, int[] columns) {
    int period = LINKING;
    for (int e = linear.rowStart(row); e < linear.rowStart(row + 1); e++) {
      int own = columns[linear.entryColumn(e)];
      if (own != LINKING && period != LINKING && own != period) {
        return LINKING;
      }
      period = own == LINKING ? period : own;
    }
    return period;
  }
}
