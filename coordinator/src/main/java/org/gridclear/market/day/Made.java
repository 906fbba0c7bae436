package org.gridclear.market.day;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How a version came to be.
 *
 * @param build the build that cleared it
 * @param by account that asked for it
 * @param at when
 * @param provenance which versions of its inputs it took, JSON; "" where nobody said
 */
public record Made(String build, String by, OffsetDateTime at, String provenance) {
  /** This build. */
  public static final String BUILD = "gridclear 0.1.0";

  /** The same at the time of a clock, in milliseconds as it is kept. */
  public static Made now(String build, String by, Clock clock, String provenance) {
    return new Made(
        build, by, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS), provenance);
  }

  /**
   * Who makes versions, with what, and when.
   *
   * @param build the build
   * @param by the account
   * @param clock the time of the versions
   */
  public record Source(String build, String by, Clock clock) {
    /** A version that is made now. */
    public Made now(String provenance) {
      return Made.now(build, by, clock, provenance);
    }
  }
}
