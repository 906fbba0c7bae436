package org.gridclear.market.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.gridclear.market.series.MarketClock;
import org.gridclear.quantity.Horizon;

/**
 * Periods of a case as times.
 *
 * @param clock the market's
 * @param date first date
 * @param horizon the periods
 */
record PeriodGrid(MarketClock clock, LocalDate date, Horizon horizon) {
  private static final int MINUTES_PER_DAY = 1440;

  /** When period {@code t} begins, counted from 0. */
  Instant at(int t) {
    long minutes = horizon.startMinute() + (long) t * horizon.minutesPerPeriod();
    return clock.startOf(date).plus(minutes, ChronoUnit.MINUTES);
  }

  /** When the first one begins. */
  Instant start() {
    return at(0);
  }

  /** When the last one ends. */
  Instant end() {
    return at(horizon.periodCount());
  }

  int minutes() {
    return horizon.minutesPerPeriod();
  }

  int count() {
    return horizon.periodCount();
  }

  /** What the clock shows when a period begins. */
  String show(int t) {
    return clock.show(at(t));
  }

  /** The date of a period. */
  LocalDate dateOf(int t) {
    return clock.dateOf(at(t));
  }

  /**
   * Refuses dates on which clocks change: a case counts 24 hours a day.
   *
   * @throws IllegalArgumentException if there is one
   */
  void refuseClockChange() {
    LocalDate last = clock.dateOf(end().minusSeconds(1));
    for (LocalDate day = date; !day.isAfter(last); day = day.plusDays(1)) {
      if (clock.minutesOf(day) != MINUTES_PER_DAY) {
        throw new IllegalArgumentException(
            "The clocks of %s change on %s, which has %d hours; a case has days of 24 hours and cannot be made."
                .formatted(clock.zone(), day, clock.minutesOf(day) / 60));
      }
    }
  }
}
