package org.gridclear.settlement.process;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows what it was set to. */
public final class SetClock extends Clock {
  private Instant now;

  public SetClock(String time) {
    set(time);
  }

  /** Sets it, such as {@code 2026-11-02T09:00+08:00}. */
  public void set(String time) {
    now = OffsetDateTime.parse(time).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
