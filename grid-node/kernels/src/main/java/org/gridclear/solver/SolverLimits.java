package org.gridclear.solver;

/**
 * When a search stops.
 *
 * @param gap relative gap that is good enough
 * @param nodesMax branch-and-bound nodes, reproducible
 */
public record SolverLimits(double gap, int nodesMax) {}
