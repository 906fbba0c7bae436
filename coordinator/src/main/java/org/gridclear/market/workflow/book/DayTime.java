package org.gridclear.market.workflow.book;

import java.time.LocalTime;

/**
 * A time of a day, told from a trading date.
 *
 * @param days days after the trading date; negative before it
 * @param working whether the days are working days
 * @param time local time of the market; where the clocks skip it, as much later as they skip
 */
public record DayTime(int days, boolean working, LocalTime time) {
  private static final int MINUTES_PER_DAY = 1440;

  /** Minutes after the midnight of the trading date, were all days of 24 hours and worked on. */
  int nominalMinutes() {
    return days * MINUTES_PER_DAY + time.toSecondOfDay() / 60;
  }

  @Override
  public String toString() {
    String day =
        days == 0
            ? "on the date"
            : days < 0
                ? "%d day(s) before".formatted(-days)
                : "%d %sday(s) after".formatted(days, working ? "working " : "");
    return "%s %s".formatted(time, day);
  }
}
