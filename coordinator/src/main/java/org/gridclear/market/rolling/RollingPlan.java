package org.gridclear.market.rolling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;

/**
 * Which runs a day has (E-06, F-03). A market may do without intraday runs (E-01): then real time
 * keeps to the day ahead (AMB-10).
 *
 * @param intraday length of a period of the intraday runs, in minutes, and how many each clears;
 *     empty for a market without them
 * @param realTime the same of the real-time runs
 * @param mode what intraday runs decide (E-03)
 */
public record RollingPlan(Optional<Steps> intraday, Steps realTime, IntradayMode mode) {
  /** Intraday each 15 min over two hours, real time each 5 min over 15 min. */
  public static final RollingPlan STANDARD = new RollingPlan(new Steps(15, 8), new Steps(5, 3));

  private static final int MINUTES_PER_DAY = 1440;

  public RollingPlan {
    int own = realTime.minutes();
    if (intraday.isPresent() && intraday.get().minutes() % own != 0) {
      throw new IllegalArgumentException(
          "Periods of %d min of intraday runs are not whole periods of %d min of real time."
              .formatted(intraday.get().minutes(), own));
    }
  }

  /** Intraday looks two hours ahead, real time a quarter, both two periods at least. */
  public static RollingPlan every(int intradayMinutes, int realTimeMinutes) {
    return new RollingPlan(
        new Steps(intradayMinutes, Math.max(2, 120 / intradayMinutes)),
        new Steps(realTimeMinutes, Math.max(2, 15 / realTimeMinutes)));
  }

  /** Intraday, which commits fast-start units, and real time. */
  public RollingPlan(Steps intraday, Steps realTime) {
    this(Optional.of(intraday), realTime, IntradayMode.SCUC);
  }

  /** The same without intraday runs. */
  public RollingPlan withoutIntraday() {
    return new RollingPlan(Optional.empty(), realTime, mode);
  }

  /** The same with intraday runs of a mode. */
  public RollingPlan with(IntradayMode intradayMode) {
    return new RollingPlan(intraday, realTime, intradayMode);
  }

  /**
   * Runs of one market.
   *
   * @param minutes length of a period, and from one run to the next
   * @param periods how many periods a run clears, fewer at the end of the day
   */
  public record Steps(int minutes, int periods) {
    public Steps {
      if (minutes < 1 || MINUTES_PER_DAY % minutes != 0 || periods < 1) {
        throw new IllegalArgumentException(
            "Runs of %d periods of %d min make no day of 24 h.".formatted(periods, minutes));
      }
    }

    /** Number of runs of a day of 24 hours. */
    public int count() {
      return MINUTES_PER_DAY / minutes;
    }

    private Cycle cycle(Market market, LocalDate date, int number, int count, IntradayMode mode) {
      int left = count - (number - 1);
      return new Cycle(market, date, number, minutes, Math.min(periods, left), mode);
    }
  }

  /**
   * The runs of a market on a date of 24 hours, in the order of their time; none if it has none.
   */
  public List<Cycle> cycles(Market market, LocalDate date) {
    return cycles(market, date, ZoneOffset.UTC);
  }

  /**
   * The runs of a market on a date, in the order of their time; none of intraday where the plan has
   * none. A date on which the clocks change has as many as time passes on it.
   *
   * @throws IllegalArgumentException if they make no whole day of that length
   */
  public List<Cycle> cycles(Market market, LocalDate date, ZoneId zone) {
    return steps(market).map(steps -> cycles(steps, market, date, zone)).orElse(List.of());
  }

  private List<Cycle> cycles(Steps steps, Market market, LocalDate date, ZoneId zone) {
    int count = count(steps, date, zone);
    List<Cycle> cycles = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      cycles.add(steps.cycle(market, date, number, count, mode));
    }
    return cycles;
  }

  private static int count(Steps steps, LocalDate date, ZoneId zone) {
    long minutes =
        Duration.between(date.atStartOfDay(zone), date.plusDays(1).atStartOfDay(zone)).toMinutes();
    if (minutes % steps.minutes() != 0) {
      throw new IllegalArgumentException(
          "Runs of %d min make no day of %d min, which %s has in %s: take runs of 60 min or a part of it."
              .formatted(steps.minutes(), minutes, date, zone));
    }
    return (int) minutes / steps.minutes();
  }

  /** All runs of a date of 24 hours by time; intraday comes before the real time that it plans. */
  public List<Cycle> cycles(LocalDate date) {
    return cycles(date, ZoneOffset.UTC);
  }

  /** All runs of a date by time; intraday comes before the real time that it plans. */
  public List<Cycle> cycles(LocalDate date, ZoneId zone) {
    List<Cycle> cycles = new ArrayList<>(cycles(Market.ID, date, zone));
    cycles.addAll(cycles(Market.RT, date, zone));
    cycles.sort(Comparator.comparingInt(Cycle::startMinute).thenComparing(Cycle::market));
    return cycles;
  }

  /** The intraday run that plans the time of a real-time run; empty where the day ahead does. */
  Optional<Cycle> above(Cycle realTime, ZoneId zone) {
    return intraday.map(
        steps ->
            steps.cycle(
                Market.ID,
                realTime.date(),
                realTime.startMinute() / steps.minutes() + 1,
                count(steps, realTime.date(), zone),
                mode));
  }

  private Optional<Steps> steps(Market market) {
    return switch (market) {
      case ID -> intraday;
      case RT -> Optional.of(realTime);
      case DA, LT_RUC ->
          throw new IllegalArgumentException(
              "The market %s runs once a day and does not roll.".formatted(market));
    };
  }
}
