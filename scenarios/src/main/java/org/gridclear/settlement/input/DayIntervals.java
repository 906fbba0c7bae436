package org.gridclear.settlement.input;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalInt;

/**
 * The intervals of a day, as rows of a series name them by start and end.
 *
 * @param day the day, of 24 hours
 * @param count number of its intervals
 */
public record DayIntervals(LocalDate day, int count) {
  private static final Duration DAY = Duration.ofHours(24);

  /** Length of an interval. */
  public Duration length() {
    return DAY.dividedBy(count);
  }

  /** Number of the interval, from 0, of exactly these ends; nothing if the day has none. */
  public OptionalInt of(LocalDateTime start, LocalDateTime end) {
    Duration offset = Duration.between(day.atStartOfDay(), start);
    Duration length = length();
    boolean inDay = !offset.isNegative() && offset.compareTo(DAY) < 0;
    if (!inDay || !end.equals(start.plus(length))) {
      return OptionalInt.empty();
    }
    long interval = offset.dividedBy(length);
    return length.multipliedBy(interval).equals(offset)
        ? OptionalInt.of((int) interval)
        : OptionalInt.empty();
  }

  /** What to give in place of ends that are no interval of the day. */
  public String advice() {
    return "Give the %d-minute intervals of %s.".formatted(length().toMinutes(), day);
  }
}
