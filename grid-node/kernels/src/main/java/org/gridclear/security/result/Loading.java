package org.gridclear.security.result;

/**
 * A device after an outage.
 *
 * @param outage number of the outage in the list
 * @param device number of the device in {@link Monitored}
 * @param kind why it is listed
 * @param before value before the outage: MW, MVA or p.u.
 * @param after value after it
 * @param limit limit in the same unit
 */
public record Loading(
    int outage, int device, Kind kind, double before, double after, double limit) {
  /** Why it is listed. */
  public enum Kind {
    /** Over its limit, and was not before. */
    NEW,
    /** Over its limit, and further than before. */
    WORSENED,
    /** Heavily loaded through the outage. */
    HEAVY,
    /** Listed because everything is. */
    LISTED
  }

  /** Whether it is a violation that the outage brings or worsens. */
  public boolean violation() {
    return kind == Kind.NEW || kind == Kind.WORSENED;
  }
}
