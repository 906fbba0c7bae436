package org.gridclear.solver;

import java.util.List;

/**
 * Rows of a simplex tableau: each adds rows of a linear program up so that of all basic columns one
 * alone is left.
 *
 * @param program the columns and rows with their bounds, without costs
 * @param rows a row of the tableau each
 */
public record Tableau(LinearModel program, List<RowWeights> rows) {
  public Tableau {
    rows = List.copyOf(rows);
  }
}
