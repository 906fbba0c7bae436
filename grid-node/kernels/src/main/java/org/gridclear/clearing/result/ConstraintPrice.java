package org.gridclear.clearing.result;

/**
 * What a constraint of the catalogue costs at the margin.
 *
 * @param constraint id in the catalogue of docs/model.md
 * @param element what is constrained
 * @param period the period, counted from 0; of a limit over a day its first one; -1 for one over
 *     the horizon
 * @param yuanPerUnit change of the objective per unit of its limit, in yuan; not positive where the
 *     upper limit binds
 */
public record ConstraintPrice(String constraint, String element, int period, double yuanPerUnit) {}
