package org.gridclear.clearing.input;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;

/**
 * Runs of several dates on one clock: minutes count from the midnight of the earliest date, so that
 * a day goes on where the day before ended.
 *
 * @param first the earliest date
 */
record CommonClock(LocalDate first) {
  private static final int MINUTES_PER_DAY = 1440;

  /**
   * Whether a run before was of another date than the day; a date that is not given is the same.
   */
  static boolean isNeeded(MarketDay day, InitialConditions before) {
    LocalDate date = day.horizon().firstDay();
    LocalDate dateBefore = before == null ? null : before.horizon().firstDay();
    return date != null && dateBefore != null && !date.equals(dateBefore);
  }

  /**
   * The clock of a day and of what goes before it.
   *
   * @throws IllegalArgumentException if the run before is of a later date
   */
  static CommonClock of(MarketDay day, InitialConditions before) {
    LocalDate date = day.horizon().firstDay();
    LocalDate dateBefore = before.horizon().firstDay();
    if (dateBefore.isAfter(date)) {
      throw new IllegalArgumentException(
          "The run before is of %s, and this one of %s: a run goes on from an earlier one."
              .formatted(dateBefore, date));
    }
    return new CommonClock(dateBefore);
  }

  /** The same periods, counted from the first date. */
  Horizon on(Horizon own) {
    LocalDate date = own.firstDay() == null ? first : own.firstDay();
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first, date));
    return new Horizon(
        own.periodCount(),
        own.minutesPerPeriod(),
        own.startMinute() + days * MINUTES_PER_DAY,
        first);
  }

  /** What was handed on, on this clock; null stays null. */
  InitialConditions on(InitialConditions own) {
    return own == null ? null : own.on(on(own.horizon()));
  }

  /** The day with its periods on this clock. */
  MarketDay on(MarketDay own) {
    return moved(own, on(own.horizon()));
  }

  /** The day with the same periods under other times. */
  static MarketDay moved(MarketDay day, Horizon times) {
    int[] same = IntStream.range(0, day.periodCount()).toArray();
    return HorizonWindow.on(day, new PeriodMap(times, same, 1, 1, true));
  }

  /**
   * A window of the day, counted from its own midnight again.
   *
   * @param date the date of the day
   */
  MarketDay back(MarketDay window, LocalDate date) {
    Horizon on = window.horizon();
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first, date));
    return moved(
        window,
        new Horizon(
            on.periodCount(),
            on.minutesPerPeriod(),
            on.startMinute() - days * MINUTES_PER_DAY,
            date));
  }
}
