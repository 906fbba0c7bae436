package org.gridclear.market;

/** What the data say about a unit's status in a period, before any optimisation. */
public enum Commitment {
  /** The clearing decides. */
  FREE,
  /** Must run. */
  ON,
  /** Must not run. */
  OFF
}
