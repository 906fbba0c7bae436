package org.gridclear.clearing.rolling;

import java.util.ArrayList;
import java.util.List;

/**
 * Days that are cleared in periods of one length (C-04).
 *
 * @param firstDay first day, counted from 0
 * @param days how many
 * @param minutes length of their periods
 */
public record DaySteps(int firstDay, int days, int minutes) {
  private static final int MINUTES_PER_DAY = 1440;

  /**
   * Days in a row, each with the length of its periods.
   *
   * @param minutes length of the periods of each day; the last one holds for all days after it
   * @param days how many days
   * @throws IllegalArgumentException if there are more lengths than days, or one is no part of a
   *     day
   */
  public static List<DaySteps> of(List<Integer> minutes, int days) {
    if (minutes.isEmpty() || minutes.size() > days) {
      throw new IllegalArgumentException(
          "There are %d lengths of periods for %d days.".formatted(minutes.size(), days));
    }
    List<DaySteps> steps = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      int of = minutes.get(Math.min(d, minutes.size() - 1));
      if (of < 1 || MINUTES_PER_DAY % of != 0) {
        throw new IllegalArgumentException(
            "Periods of %d min make no day of 24 h; give 15 or 60.".formatted(of));
      }
      DaySteps last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last != null && last.minutes == of) {
        steps.set(steps.size() - 1, new DaySteps(last.firstDay, last.days + 1, of));
      } else {
        steps.add(new DaySteps(d, 1, of));
      }
    }
    return steps;
  }

  /** Its first period, counted from 0 in periods of this length from the first day on. */
  int from() {
    return firstDay * periodsOfDay();
  }

  /** How many periods. */
  int count() {
    return days * periodsOfDay();
  }

  private int periodsOfDay() {
    return MINUTES_PER_DAY / minutes;
  }

  /** What it is called, such as {@code D1} or {@code D2-D7}. */
  public String label() {
    return days == 1 ? "D" + (firstDay + 1) : "D%d-D%d".formatted(firstDay + 1, firstDay + days);
  }
}
