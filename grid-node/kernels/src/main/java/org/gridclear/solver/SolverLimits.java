package org.gridclear.solver;

/**
 * When a search stops.
 *
 * @param gap relative gap that is good enough
 * @param nodesMax branch-and-bound nodes, reproducible
 * @param heuristicShare share of the effort that goes into finding points rather than the bound
 * @param target objective at which any point is good enough; -Infinity for none
 */
public record SolverLimits(double gap, int nodesMax, double heuristicShare, double target) {
  /** Limits with a balanced effort. */
  public SolverLimits(double gap, int nodesMax) {
    this(gap, nodesMax, 0.05);
  }

  /** Limits without a target. */
  public SolverLimits(double gap, int nodesMax, double heuristicShare) {
    this(gap, nodesMax, heuristicShare, Double.NEGATIVE_INFINITY);
  }

  /** The same limits with a target. */
  public SolverLimits withTarget(double objective) {
    return new SolverLimits(gap, nodesMax, heuristicShare, objective);
  }
}
