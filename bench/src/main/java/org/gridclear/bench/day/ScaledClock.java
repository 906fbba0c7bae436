package org.gridclear.bench.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that goes faster than another one, and beside it.
 *
 * @param real the other clock
 * @param origin the time from which on it goes faster
 * @param speed how much faster
 * @param ahead how far it is ahead
 * @param zone its zone of time
 */
record ScaledClock(Clock real, Instant origin, int speed, Duration ahead, ZoneId zone)
    implements java.time.InstantSource {
  @Override
  public Instant instant() {
    return origin.plus(Duration.between(origin, real.instant()).multipliedBy(speed)).plus(ahead);
  }

  Clock clock() {
    return withZone(zone);
  }
}
