package org.gridclear.market;

/** How a unit's ramps and its limits of a start and a stop work together; the formats differ. */
public enum LimitRule {
  /**
   * A ramp binds in the period of a start and after a stop too, and reserve counts against the stop
   * limit: the model of pglib-uc.
   */
  RAMP_AND_LIMIT,
  /**
   * As that, but reserve does not count against the stop limit, and a start in the first period has
   * no ramp: the model of UnitCommitment.jl.
   */
  STOP_WITHOUT_RESERVE,
  /** A start and a stop have their limit in place of a ramp: the model of Egret. */
  LIMIT_FOR_RAMP
}
