package org.gridclear.solver;

/**
 * Weights by which rows of a linear program add up to one.
 *
 * @param rows each row once
 * @param weights one for each row, of any sign
 */
public record RowWeights(int[] rows, double[] weights) {}
