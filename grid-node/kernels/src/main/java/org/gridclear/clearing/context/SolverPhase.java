package org.gridclear.clearing.context;

/**
 * What one step of a search ended with.
 *
 * @param name relaxation, settled statuses, base commitment, whole model
 * @param boundYuan best lower bound known then
 * @param incumbentYuan objective of the best schedule known then; NaN for none
 */
public record SolverPhase(String name, double boundYuan, double incumbentYuan) {}
