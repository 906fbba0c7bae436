package org.gridclear.market.rolling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.clearing.input.Market;

/**
 * Which runs a day has (E-06, F-03).
 *
 * @param intraday length of a period of the intraday runs, in minutes, and how many each clears
 * @param realTime the same of the real-time runs
 */
public record RollingPlan(Steps intraday, Steps realTime) {
  /** Intraday each 15 min over two hours, real time each 5 min over 15 min. */
  public static final RollingPlan STANDARD = new RollingPlan(new Steps(15, 8), new Steps(5, 3));

  private static final int MINUTES_PER_DAY = 1440;

  public RollingPlan {
    if (intraday.minutes() % realTime.minutes() != 0) {
      throw new IllegalArgumentException(
          "Periods of %d min of intraday runs are not whole periods of %d min of real time."
              .formatted(intraday.minutes(), realTime.minutes()));
    }
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

    /** Number of runs of a day. */
    public int count() {
      return MINUTES_PER_DAY / minutes;
    }

    private Cycle cycle(Market market, LocalDate date, int number) {
      int left = count() - (number - 1);
      return new Cycle(market, date, number, minutes, Math.min(periods, left));
    }
  }

  /** The runs of a market on a date, in the order of their time. */
  public List<Cycle> cycles(Market market, LocalDate date) {
    Steps steps = steps(market);
    List<Cycle> cycles = new ArrayList<>();
    for (int number = 1; number <= steps.count(); number++) {
      cycles.add(steps.cycle(market, date, number));
    }
    return cycles;
  }

  /** All runs of a date by time; intraday comes before the real time that it plans. */
  public List<Cycle> cycles(LocalDate date) {
    List<Cycle> cycles = new ArrayList<>(cycles(Market.ID, date));
    cycles.addAll(cycles(Market.RT, date));
    cycles.sort(Comparator.comparingInt(Cycle::startMinute).thenComparing(Cycle::market));
    return cycles;
  }

  /** The intraday run that plans the time of a real-time run. */
  Cycle above(Cycle realTime) {
    return intraday.cycle(
        Market.ID, realTime.date(), realTime.startMinute() / intraday.minutes() + 1);
  }

  private Steps steps(Market market) {
    return switch (market) {
      case ID -> intraday;
      case RT -> realTime;
      case DA, LT_RUC ->
          throw new IllegalArgumentException(
              "The market %s runs once a day and does not roll.".formatted(market));
    };
  }
}
