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
 */
record Slot(int fromMinute, int toMinute, int a, int b) {
  /** The stretches that both have; none where they do not meet. */
  static List<Slot> of(Horizon a, Horizon b) {
    List<Slot> slots = new ArrayList<>();
    int minute = Math.max(a.startMinute(), b.startMinute());
    int end = Math.min(end(a), end(b));
    while (minute < end) {
      int ofA = (minute - a.startMinute()) / a.minutesPerPeriod();
      int ofB = (minute - b.startMinute()) / b.minutesPerPeriod();
      int next = Math.min(begin(a, ofA + 1), begin(b, ofB + 1));
      slots.add(new Slot(minute, next, ofA, ofB));
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

  /** A minute in words, such as {@code 19:00} or {@code D2 07:30}. */
  static String time(int minute) {
    return new Horizon(1, 1, minute).label(0);
  }

  String from() {
    return time(fromMinute);
  }

  String to() {
    return time(toMinute);
  }
}
