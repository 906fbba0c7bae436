package org.gridclear.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Which period of one horizon each period of another takes its data from: a part, days of it, a
 * repetition, a finer or coarser grid.
 *
 * @param horizon the new horizon
 * @param source per new period, the old one
 * @param finer new periods per old one, at least 1
 * @param coarser old periods per new one, from {@code source} on, at least 1; their mean counts
 * @param toEnd whether the last new period is the end: what holds at the end of the old horizon
 *     holds there, and at no end of a day that is repeated after it
 */
public record PeriodMap(Horizon horizon, int[] source, int finer, int coarser, boolean toEnd) {
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
        1,
        1,
        to == old.periodCount());
  }

  /**
   * Days of a horizon, one after the other, on the same, a finer or a coarser grid.
   *
   * @param days how many days; 0 for the horizon as it is
   * @param minutes length of the new periods; divides that of the old ones or is a multiple of it
   * @param repeat whether the last day goes on where the horizon has ended
   * @throws IllegalArgumentException if the horizon has fewer days and is not to be repeated, if a
   *     part of a day would be repeated, or if the periods cannot be cut
   */
  public static PeriodMap days(Horizon old, int days, int minutes, boolean repeat) {
    if (minutes > old.minutesPerPeriod() && minutes % old.minutesPerPeriod() == 0) {
      return longer(old, days, minutes, repeat);
    }
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
    int[] source = new int[periods * finer];
    for (int t = 0; t < source.length; t++) {
      int data = t / finer;
      source[t] = data < old.periodCount() ? data : last + data % ofDay;
    }
    return new PeriodMap(
        new Horizon(source.length, minutes, old.startMinute(), old.firstDay()),
        source,
        finer,
        1,
        periods >= old.periodCount());
  }

  private static PeriodMap longer(Horizon old, int days, int minutes, boolean repeat) {
    PeriodMap same = days(old, days, old.minutesPerPeriod(), repeat);
    int coarser = minutes / old.minutesPerPeriod();
    int periods = same.horizon().periodCount();
    if (periods % coarser != 0 || old.startMinute() % minutes != 0) {
      throw new IllegalArgumentException(
          "%d periods of %d min from %s make no whole periods of %d min."
              .formatted(periods, old.minutesPerPeriod(), old.label(0), minutes));
    }
    return new PeriodMap(
        new Horizon(periods / coarser, minutes, old.startMinute(), old.firstDay()),
        IntStream.range(0, periods / coarser).map(t -> same.source()[t * coarser]).toArray(),
        1,
        coarser,
        same.toEnd());
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
        part.horizon(),
        Arrays.copyOfRange(source, from, to),
        finer,
        coarser,
        toEnd && part.toEnd());
  }

  /** The last old period whose data the last new one takes, wholly or in part. */
  public int lastSource() {
    return source[source.length - 1] + coarser - 1;
  }

  /** Whether new period {@code t} takes its data, wholly or in part, from the old one. */
  public boolean takes(int t, int old) {
    return source[t] <= old && old < source[t] + coarser;
  }

  /** The values of the new periods. */
  public Series of(Series old) {
    double[] values = new double[source.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = coarser == 1 ? old.at(source[t]) : mean(old, source[t]);
    }
    return Series.of(values);
  }

  private double mean(Series old, int first) {
    double sum = 0;
    for (int t = first; t < first + coarser; t++) {
      sum += old.at(t);
    }
    return sum / coarser;
  }

  /**
   * The items of the new periods.
   *
   * @throws IllegalArgumentException if items of old periods that become one differ
   */
  public <T> List<T> of(List<T> old) {
    for (int first : source) {
      for (int t = first + 1; t < first + coarser; t++) {
        if (!old.get(t).equals(old.get(first))) {
          throw new IllegalArgumentException(
              "Periods %d and %d become one of %d min, but differ: %s and %s."
                  .formatted(
                      first + 1, t + 1, horizon.minutesPerPeriod(), old.get(first), old.get(t)));
        }
      }
    }
    List<T> items = new ArrayList<>(source.length);
    for (int t : source) {
      items.add(old.get(t));
    }
    return items;
  }

  /** Every item on the new periods. */
  public <T> List<T> each(List<T> old, BiFunction<T, PeriodMap, T> on) {
    if (old.isEmpty()) {
      return List.of();
    }
    List<T> items = new ArrayList<>(old.size());
    for (T item : old) {
      items.add(on.apply(item, this));
    }
    return items;
  }

  /** Every item on the new periods, one for every run of them. */
  public <T> List<T> eachRun(List<T> old, BiFunction<T, PeriodMap, List<T>> on) {
    if (old.isEmpty()) {
      return List.of();
    }
    List<T> items = new ArrayList<>(old.size());
    for (T item : old) {
      items.addAll(on.apply(item, this));
    }
    return items;
  }

  /**
   * The runs of new periods whose data come, wholly or in part, from periods {@code from} to {@code
   * to}.
   */
  public List<int[]> runs(int from, int to) {
    List<int[]> runs = new ArrayList<>();
    int start = -1;
    for (int t = 0; t <= source.length; t++) {
      boolean inside = t < source.length && source[t] + coarser > from && source[t] < to;
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
