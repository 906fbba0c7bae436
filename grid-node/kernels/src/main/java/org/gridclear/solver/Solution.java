package org.gridclear.solver;

import java.util.Arrays;

/**
 * A point that satisfies a model.
 *
 * @param columns value of every column
 * @param columnDuals for a linear program: reduced cost of every column; empty where a solver gives
 *     none
 * @param rowDuals for a linear program: change of the objective per unit of the row's bound; empty
 *     for a mixed-integer one, which has no duals
 * @param objective value of the objective, offset included
 * @param bound proved lower bound of the objective
 * @param nodes branch-and-bound nodes used
 * @param iterations simplex iterations used
 */
public record Solution(
    double[] columns,
    double[] columnDuals,
    double[] rowDuals,
    double objective,
    double bound,
    long nodes,
    long iterations) {
  /** The same where the model has got rows since that do not bind. */
  public Solution withRows(int rowCount) {
    if (rowCount == rowDuals.length) {
      return this;
    }
    return new Solution(
        columns,
        columnDuals,
        Arrays.copyOf(rowDuals, rowCount),
        objective,
        bound,
        nodes,
        iterations);
  }

  /** The same where the model has got columns since, which are 0. */
  public Solution withColumns(int columnCount) {
    if (columnCount <= columns.length) {
      return this;
    }
    return new Solution(
        Arrays.copyOf(columns, columnCount),
        columnDuals,
        rowDuals,
        objective,
        bound,
        nodes,
        iterations);
  }

  /** The same with other duals of its rows. */
  public Solution withRowDuals(double[] duals) {
    return new Solution(columns, columnDuals, duals, objective, bound, nodes, iterations);
  }
}
