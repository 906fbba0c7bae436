package org.gridclear.market.rule;

/** Over what a quantity is added up before it is compared with its range. */
public enum Span {
  /** Every period by itself. */
  PERIOD,
  /** Every day of the horizon. */
  DAY,
  /** The whole horizon. */
  HORIZON
}
