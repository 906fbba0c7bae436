package org.gridclear.market.rolling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.market.day.DayKey;
import org.gridclear.quantity.Horizon;

/**
 * One run of a rolling day.
 *
 * @param market ID or RT
 * @param date trading date
 * @param number its number on the day, from 1
 * @param minutes length of a period, and from one run to the next
 * @param periods how many periods it clears; the first one binds, the others look ahead
 * @param mode what it decides, where it is intraday
 */
public record Cycle(
    Market market, LocalDate date, int number, int minutes, int periods, IntradayMode mode) {
  /** The minute of the day at which its first period begins. */
  public int startMinute() {
    return (number - 1) * minutes;
  }

  /** When its first period begins. */
  public Instant start(ZoneId zone) {
    return date.atStartOfDay(zone).toInstant().plusSeconds(60L * startMinute());
  }

  /** The run of the day whose versions it makes. */
  public DayKey key() {
    return new DayKey(market, date, number);
  }

  /** How its periods are made of a case: of the whole day, or of just these periods. */
  MarketRun run(Horizon of) {
    boolean these =
        of.startMinute() == startMinute()
            && of.minutesPerPeriod() == minutes
            && of.periodCount() == periods;
    double fast = mode.fastStartHoursMax();
    return these
        ? new MarketRun(market, 0, 0, 0, 0, fast)
        : new MarketRun(market, number - 1, periods, 0, minutes, fast);
  }
}
