package org.gridclear.clearing.input;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs of several dates on one clock: minutes count from the midnight of the earliest date, so that
 * a day goes on where the day before ended.
 *
 * @param first the earliest date
 */
record CommonClock(LocalDate first) {
  /**
   * The clock of runs of more than one date; a date that is not given is the one that all others
   * have.
   *
   * @param own the horizon of the run
   * @param others what other runs handed on; null for none
   * @return empty if all are of one date, and so on one clock already
   * @throws IllegalArgumentException if one has no date where the others have several
   */
  static Optional<CommonClock> of(Horizon own, @Nullable InitialConditions... others) {
    List<Horizon> all =
        Stream.concat(
                Stream.of(own),
                Arrays.stream(others).filter(Objects::nonNull).map(InitialConditions::horizon))
            .toList();
    List<LocalDate> dates =
        all.stream().map(Horizon::firstDay).filter(Objects::nonNull).distinct().sorted().toList();
    if (dates.size() > 1 && all.stream().anyMatch(each -> each.firstDay() == null)) {
      throw new IllegalArgumentException(
          "%s has no date (horizon.firstDay), and what it goes with is of %s: give it one."
              .formatted(own.firstDay() == null ? "The case" : "A run before", dates));
    }
    return dates.size() < 2 ? Optional.empty() : Optional.of(new CommonClock(dates.get(0)));
  }

  /** The same periods, counted from the first date. */
  Horizon on(Horizon own) {
    LocalDate date = Objects.requireNonNull(own.firstDay());
    int days = Math.toIntExact(ChronoUnit.DAYS.between(first, date));
    return new Horizon(
        own.periodCount(),
        own.minutesPerPeriod(),
        own.startMinute() + days * InitialConditions.MINUTES_PER_DAY,
        first);
  }

  /** What was handed on, on this clock; null stays null. */
  @Nullable InitialConditions on(@Nullable InitialConditions own) {
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
            on.startMinute() - days * InitialConditions.MINUTES_PER_DAY,
            date));
  }
}
