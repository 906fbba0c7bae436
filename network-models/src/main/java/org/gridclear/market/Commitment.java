package org.gridclear.market;

/** What the data say about a unit's status in a period, before any optimisation. */
public enum Commitment {
  /** The clearing decides. */
  FREE,
  /** Must run. */
  ON,
  /** Must not run. */
  OFF,
  /** Kept off by the decision of an earlier run; it may hold non-spinning reserve all the same. */
  KEPT_OFF;

  /** Whether it must not run. */
  public boolean isOff() {
    return this == OFF || this == KEPT_OFF;
  }
}
