package org.gridclear.solver;

/**
 * A point that satisfies a model.
 *
 * @param columns value of every column
 * @param rowDuals for a linear program: change of the objective per unit of the row's bound; empty
 *     for a mixed-integer one, which has no duals
 * @param objective value of the objective, offset included
 * @param bound proved lower bound of the objective
 * @param nodes branch-and-bound nodes used
 * @param iterations simplex iterations used
 */
public record Solution(
    double[] columns,
    double[] rowDuals,
    double objective,
    double bound,
    long nodes,
    long iterations) {}
