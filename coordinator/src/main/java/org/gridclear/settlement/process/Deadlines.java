package org.gridclear.settlement.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.market.series.MarketClock;

/**
 * When something is due.
 *
 * @param clock the market's (AMB-30)
 * @param calendar its working days
 */
public record Deadlines(MarketClock clock, WorkingDays calendar) {
  /** So many hours after 24:00 of a day. */
  public Instant hoursAfter(LocalDate last, int hours) {
    return clock.endOf(last).plus(Duration.ofHours(hours));
  }

  /** The end of the n-th working day after the day of a time. */
  public Instant workingDaysAfter(Instant time, int count) {
    return clock.endOf(calendar.after(clock.dateOf(time), count));
  }
}
