package org.gridclear.work;

/** Why a case has no result. A closed list; the text beside it says more. */
public enum FailureReason {
  /** The case contradicts itself or names what does not exist. */
  INVALID_INPUT,
  /** Nothing satisfies the constraints, relaxed or not. */
  INFEASIBLE,
  /** The objective has no bound. */
  UNBOUNDED,
  /** No schedule was found in time. */
  TIMED_OUT,
  /** Somebody cancelled the run. */
  CANCELLED,
  /** The solver gave up. */
  SOLVER_FAILED,
  /** Memory ran out. */
  OUT_OF_MEMORY,
  /** The process of the solver came to an end. */
  SOLVER_CRASHED,
  /** The process of the solver was killed from outside, again and again. */
  SOLVER_KILLED,
  /** The process of the solver stood still or went on beyond every limit. */
  SOLVER_HUNG,
  /** Data that the unit needs are gone from the grid. */
  DATA_LOST,
  /** The node that worked on it left the cluster, and so did those that tried again. */
  NODE_LOST,
  /** A defect of the product. */
  INTERNAL;

  /** Whether it came from the place where the unit ran, so that another try may go well. */
  public boolean costsAttempt() {
    return blamesUnit() || this == SOLVER_KILLED;
  }

  /** Whether the unit itself may have brought the place down, and will again. */
  public boolean blamesUnit() {
    return this == OUT_OF_MEMORY || this == SOLVER_CRASHED || this == SOLVER_HUNG;
  }
}
