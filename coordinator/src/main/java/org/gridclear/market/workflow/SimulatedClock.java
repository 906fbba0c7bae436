package org.gridclear.market.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set: days are driven from due time to due time with it. */
public final class SimulatedClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  /** A clock that shows a time. */
  public SimulatedClock(Instant start, ZoneId zone) {
    this(new AtomicReference<>(start), zone);
  }

  private SimulatedClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException if it would go back
   */
  public void set(Instant time) {
    Instant before = now.getAndAccumulate(time, (held, next) -> next.isBefore(held) ? held : next);
    if (time.isBefore(before)) {
      throw new IllegalArgumentException(
          "The clock shows %s and cannot go back to %s.".formatted(before, time));
    }
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, of another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    return new SimulatedClock(now, other);
  }
}
