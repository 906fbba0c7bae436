package org.gridclear.market.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.clearing.input.Market;
import org.gridclear.validate.UnknownNameException;

/**
 * A run of a market on a trading date.
 *
 * @param market the market
 * @param date trading date, a day in the market's zone of time
 * @param cycle number of the run of the day; 0 for the day-ahead market and the long cycle
 */
public record DayKey(Market market, LocalDate date, int cycle) {
  public DayKey {
    if (cycle < 0) {
      throw new IllegalArgumentException("The cycle (%d) must be 0 or more.".formatted(cycle));
    }
    if (cycle > 0 && (market == Market.DA || market == Market.LT_RUC)) {
      throw new IllegalArgumentException(
          "The cycle (%d) must be 0: %s runs once a day.".formatted(cycle, word(market)));
    }
  }

  /** The only run of a day. */
  public DayKey(Market market, LocalDate date) {
    this(market, date, 0);
  }

  /** A market as it is written: {@code da}, {@code lt-ruc}. */
  public static String word(Market market) {
    return market.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The market of a word.
   *
   * @throws UnknownNameException if there is none
   */
  public static Market market(String word) {
    List<String> known = new ArrayList<>();
    for (Market market : Market.values()) {
      if (word(market).equals(word)) {
        return market;
      }
      known.add(word(market));
    }
    throw new UnknownNameException("market", word, known);
  }

  /** The key in words: {@code da 2026-10-01}, {@code rt 2026-10-01 cycle 7}. */
  public String text() {
    return "%s %s%s".formatted(word(market), date, cycle == 0 ? "" : " cycle " + cycle);
  }
}
