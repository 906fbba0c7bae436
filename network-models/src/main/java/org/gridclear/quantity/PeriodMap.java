package org.gridclear.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which period of one horizon each period of another takes its data from: a part, days of it, a
 * repetition, a finer grid.
 *
 * @param horizon the new horizon
 * @param source per new period, the old one
 * @param finer new periods per old one, at least 1
 */
public record PeriodMap(Horizon horizon, int[] source, int finer) {
  private static final int MINUTES_PER_DAY = 1440;

  /** Periods {@code from} to {@code to}, the latter not included. */
  public static PeriodMap part(Horizon old, int from, int to) {
    return new PeriodMap(
        new Horizon(
            to - from,
            old.minutesPerPeriod(),
            old.startMinute() + from * old.minutesPerPeriod(),
            old.firstDay()),
        IntStream.range(from, to).toArray(),
        1);
  }

  /**
   * Days of a horizon, one after the other, on the same or a finer grid.
   *
   * @param days how many days; 0 for the horizon as it is
   * @param minutes length of the new periods; divides that of the old ones
   * @param repeat whether the last day goes on where the horizon has ended
   * @throws IllegalArgumentException if the horizon has fewer days and is not to be repeated, if a
   *     part of a day would be repeated, or if the periods cannot be cut
   */
  public static PeriodMap days(Horizon old, int days, int minutes, boolean repeat) {
    if (minutes < 1 || old.minutesPerPeriod() % minutes != 0) {
      throw new IllegalArgumentException(
          "Periods of %d min cannot be cut into periods of %d min."
              .formatted(old.minutesPerPeriod(), minutes));
    }
    int finer = old.minutesPerPeriod() / minutes;
    int ofDay = Math.max(1, MINUTES_PER_DAY / old.minutesPerPeriod());
    int periods = days > 0 ? days * ofDay : old.periodCount();
    if (periods > old.periodCount()) {
      refuseUnless(repeat, old, days, ofDay);
    }
    int last = old.periodCount() - ofDay;
    return new PeriodMap(
        new Horizon(periods * finer, minutes, old.startMinute(), old.firstDay()),
        IntStream.range(0, periods * finer)
            .map(t -> t / finer < old.periodCount() ? t / finer : last + t / finer % ofDay)
            .toArray(),
        finer);
  }

  private static void refuseUnless(boolean repeat, Horizon old, int days, int ofDay) {
    String has =
        "The case has %d periods of %d min, %d of which make a day, and %d days are asked for"
            .formatted(old.periodCount(), old.minutesPerPeriod(), ofDay, days);
    if (!repeat) {
      throw new IllegalArgumentException(
          has
              + ": give the days in the file, ask for fewer, or say --repeat-days (window: {repeat:"
              + " true} in a study) to repeat the last one.");
    }
    if (old.periodCount() % ofDay != 0 || old.startMinute() % MINUTES_PER_DAY != 0) {
      throw new IllegalArgumentException(
          has + ": only whole days from midnight to midnight can be repeated.");
    }
  }

  /** A horizon as it is. */
  public static PeriodMap same(Horizon horizon) {
    return part(horizon, 0, horizon.periodCount());
  }

  /** Periods {@code from} to {@code to} of the new ones, the latter not included. */
  public PeriodMap partOf(int from, int to) {
    PeriodMap part = part(horizon, from, to);
    return new PeriodMap(
        part.horizon(), IntStream.of(part.source()).map(t -> source[t]).toArray(), finer);
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
