package org.gridclear.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which period of one horizon each period of another takes its data from: a part, a repetition, a
 * finer grid.
 *
 * @param horizon the new horizon
 * @param source per new period, the old one
 * @param finer new periods per old one, at least 1
 */
public record PeriodMap(Horizon horizon, int[] source, int finer) {

  /** Periods {@code from} to {@code to}, the latter not included. */
  public static PeriodMap part(Horizon old, int from, int to) {
    return new PeriodMap(
        new Horizon(
            to - from, old.minutesPerPeriod(), old.startMinute() + from * old.minutesPerPeriod()),
        IntStream.range(from, to).toArray(),
        1);
  }

  /**
   * The first day again and again, on the same or a finer grid.
   *
   * @param days how many days
   * @param minutes length of the new periods; divides that of the old ones
   * @throws IllegalArgumentException if it does not
   */
  public static PeriodMap repeated(Horizon old, int days, int minutes) {
    if (minutes < 1 || old.minutesPerPeriod() % minutes != 0) {
      throw new IllegalArgumentException(
          "Periods of %d min cannot be cut into periods of %d min."
              .formatted(old.minutesPerPeriod(), minutes));
    }
    int finer = old.minutesPerPeriod() / minutes;
    int ofDay = Math.min(old.periodCount(), Math.max(1, 1440 / old.minutesPerPeriod()));
    int count = days * ofDay * finer;
    return new PeriodMap(
        new Horizon(count, minutes, old.startMinute()),
        IntStream.range(0, count).map(t -> t / finer % ofDay).toArray(),
        finer);
  }

  /** The values of the new periods. */
  public Series of(Series old) {
    return Series.of(IntStream.of(source).mapToDouble(old::at).toArray());
  }

  /** The items of the new periods. */
  public <T> List<T> of(List<T> old) {
    return IntStream.of(source).mapToObj(old::get).toList();
  }

  /** The runs of new periods whose data come from periods {@code from} to {@code to}. */
  public List<int[]> runs(int from, int to) {
    List<int[]> runs = new ArrayList<>();
    int start = -1;
    for (int t = 0; t <= source.length; t++) {
      boolean inside = t < source.length && source[t] >= from && source[t] < to;
      if (inside && start < 0) {
        start = t;
      } else if (!inside && start >= 0) {
        runs.add(new int[] {start, t});
        start = -1;
      }
    }
    return runs;
  }
}
