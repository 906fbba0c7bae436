package org.gridclear.market.calendar;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.PieceStore;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;

/**
 * What the days of a market are: what the series {@code day-type} says (0 working day, 1 day of
 * rest, 2 holiday), else what the day of the week does.
 */
public final class MarketCalendar {
  /** A working day is found within so many days, or a calendar is wrong. */
  private static final int DAYS_MOST = 366;

  private final PieceStore store;
  private final MarketClock clock;
  private final Instant gate;

  /**
   * The calendar of a market.
   *
   * @param store where its series are
   * @param clock the market's
   * @param gate the time at which the series had to be known; {@link PieceStore#ALL} for the last
   */
  public MarketCalendar(PieceStore store, MarketClock clock, Instant gate) {
    this.store = store;
    this.clock = clock;
    this.gate = gate;
  }

  /** What a day is. */
  public DayType type(LocalDate day) {
    return type(
        new KnownPieces(store, clock, gate)
            .choice(SeriesKind.DAY_TYPE, clock.startOf(day), clock.endOf(day)),
        clock,
        day);
  }

  /**
   * What a day is by a choice of deliveries.
   *
   * @param types deliveries of {@code day-type} over the day
   */
  public static DayType type(SeriesChoice types, MarketClock clock, LocalDate day) {
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return types
        .at(SeriesKind.SYSTEM, clock.startOf(day))
        .map(BigDecimal::intValue)
        .map(code -> DayType.values()[code])
        .orElse(weekend ? DayType.WEEKEND : DayType.WORKDAY);
  }

  /** Whether it is a working day. */
  public boolean isWorking(LocalDate day) {
    return type(day) == DayType.WORKDAY;
  }

  /**
   * The working day that is so many working days after a date; the date itself for 0.
   *
   * @throws IllegalArgumentException if there is none within a year
   */
  public LocalDate workingDaysAfter(LocalDate date, int count) {
    LocalDate day = date;
    int left = count;
    for (int days = 0; left > 0; days++) {
      if (days > DAYS_MOST) {
        throw new IllegalArgumentException(
            "There are not %d working days in the year after %s; look at the series day-type."
                .formatted(count, date));
      }
      day = day.plusDays(1);
      if (isWorking(day)) {
        left--;
      }
    }
    return day;
  }
}
