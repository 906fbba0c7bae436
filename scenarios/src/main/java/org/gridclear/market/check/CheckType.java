package org.gridclear.market.check;

import java.util.Locale;

/** What a rule looks at; the meaning of its limit and days hangs on it. */
public enum CheckType {
  /** A value lies between {@code min} and {@code max}. */
  RANGE(Family.PLAUSIBILITY, "a value lies within its range"),
  /** A value differs from the one before by at most {@code limit} of the greatest. */
  JUMP(Family.PLAUSIBILITY, "a value is near the one before"),
  /**
   * A value differs from the mean at its time in the last {@code days} by at most {@code limit}.
   */
  HISTORY(Family.PLAUSIBILITY, "a value is near those of the days before"),
  /** A curve does not fit the last {@code days} better where it is moved by the offset from UTC. */
  SHIFTED(Family.PLAUSIBILITY, "the times of a curve are those of the market"),
  /** A delivery is not that of {@code days} earlier again. */
  REPEATED(Family.PLAUSIBILITY, "a delivery is not that of an earlier day"),
  /** Load is at most {@code limit} times what all units of the network can give. */
  CAPACITY(Family.PLAUSIBILITY, "load is what the network's units can give"),
  /** Distribution factors add up to 1, to within {@code limit}. */
  FACTOR_SUM(Family.CONSISTENCY, "distribution factors add up to 1"),
  /** Loads of buses add up to the system's, to within {@code limit} of it. */
  BUS_SUM(Family.CONSISTENCY, "loads of buses add up to the system's"),
  /** Loads of zones add up to the system's, to within {@code limit} of it. */
  ZONE_SUM(Family.CONSISTENCY, "loads of zones add up to the system's"),
  /** Forecasts of units add up to that of all, to within {@code limit} of it. */
  MEMBER_SUM(Family.CONSISTENCY, "forecasts of units add up to that of all"),
  /** Every step has a value. */
  WHOLE(Family.COMPLETENESS, "every step has a value"),
  /** It was known {@code minutes} before its first step, or earlier. */
  TIMELY(Family.TIMELINESS, "it was known before it was due");

  /** Kinds of checks (A-19, O-17). */
  public enum Family {
    PLAUSIBILITY,
    CONSISTENCY,
    COMPLETENESS,
    TIMELINESS
  }

  private final Family family;
  private final String text;

  CheckType(Family family, String text) {
    this.family = family;
    this.text = text;
  }

  /** Its family. */
  public Family family() {
    return family;
  }

  /** What must hold, in a few words. */
  public String text() {
    return text;
  }

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
