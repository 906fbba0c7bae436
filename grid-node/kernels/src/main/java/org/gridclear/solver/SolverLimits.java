package org.gridclear.solver;

/**
 * When a search stops.
 *
 * @param gap relative gap that is good enough
 * @param nodesMax branch-and-bound nodes, reproducible
 * @param heuristicShare share of the effort that goes into finding points rather than the bound
 */
public record SolverLimits(double gap, int nodesMax, double heuristicShare) {
  /** Limits with a balanced effort. */
  public SolverLimits(double gap, int nodesMax) {
    this(gap, nodesMax, 0.05);
  }
}
