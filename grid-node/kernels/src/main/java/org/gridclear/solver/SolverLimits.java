package org.gridclear.solver;

/**
 * When a search stops.
 *
 * @param gap relative gap that is good enough
 * @param nodesMax branch-and-bound nodes, reproducible
 * @param heuristicShare share of the effort that goes into finding points rather than the bound
 * @param target objective at which any point is good enough; -Infinity for none
 * @param effort what the solver may do before it branches
 */
public record SolverLimits(
    double gap, int nodesMax, double heuristicShare, double target, Effort effort) {
  /** How much a solver does before it branches: the smaller a program, the less of it pays. */
  public enum Effort {
    /** All it has. */
    FULL,
    /** No search, at the root, of what reduced costs leave open. */
    QUICK,
    /** Nor does it probe statuses, one after the other, to make the program smaller. */
    QUICKEST
  }

  /** Limits with a balanced effort. */
  public SolverLimits(double gap, int nodesMax) {
    this(gap, nodesMax, 0.05);
  }

  /** Limits without a target. */
  public SolverLimits(double gap, int nodesMax, double heuristicShare) {
    this(gap, nodesMax, heuristicShare, Double.NEGATIVE_INFINITY, Effort.FULL);
  }

  /** The same limits with a target. */
  public SolverLimits withTarget(double objective) {
    return new SolverLimits(gap, nodesMax, heuristicShare, objective, effort);
  }

  /** The same limits with another effort. */
  public SolverLimits with(Effort wanted) {
    return new SolverLimits(gap, nodesMax, heuristicShare, target, wanted);
  }
}
