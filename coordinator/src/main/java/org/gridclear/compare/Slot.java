package org.gridclear.compare;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.quantity.Horizon;

/**
 * A stretch of time that lies in one period of either side. Periods are matched by the minute of
 * the day at which they begin, so those of different lengths are compared piece by piece.
 *
 * @param fromMinute first minute, from midnight of the first day
 * @param toMinute one past the last
 * @param a period of the first side, from 0
 * @param b period of the second side, from 0
 * @param from the first minute in words
 * @param to one past the last in words
 */
record Slot(int fromMinute, int toMinute, int a, int b, String from, String to) {
  /**
   * The stretches that both have; none where they do not meet.
   *
   * @param clock says what time a minute is
   */
  static List<Slot> of(Horizon a, Horizon b, Horizon clock) {
    List<Slot> slots = new ArrayList<>();
    int minute = Math.max(a.startMinute(), b.startMinute());
    int end = Math.min(end(a), end(b));
    while (minute < end) {
      int ofA = (minute - a.startMinute()) / a.minutesPerPeriod();
      int ofB = (minute - b.startMinute()) / b.minutesPerPeriod();
      int next = Math.min(begin(a, ofA + 1), begin(b, ofB + 1));
      slots.add(
          new Slot(minute, next, ofA, ofB, clock.labelOfMinute(minute), clock.labelOfMinute(next)));
      minute = next;
    }
    return slots;
  }

  /** The minute at which a period begins. */
  static int begin(Horizon horizon, int period) {
    return horizon.startMinute() + period * horizon.minutesPerPeriod();
  }

  /** One past the last minute. */
  static int end(Horizon horizon) {
    return begin(horizon, horizon.periodCount());
  }
}
