package org.gridclear.market.store.index;

import java.time.LocalDate;

/**
 * A value of an index as it lies there.
 *
 * @param item what it is of
 * @param key names all that the value depends on
 * @param value the number of the day; NaN where it is not defined
 * @param texts the rest
 */
public record IndexRow(ItemRow item, String key, double value, TextsRow texts) {
  /**
   * What a value is of.
   *
   * @param market word of the market
   * @param date trading date
   * @param cycle number of the run of the day
   * @param zone zone; "" for the system
   * @param index id of the index
   */
  public record ItemRow(String market, LocalDate date, int cycle, String zone, String index) {}

  /**
   * Texts of a value.
   *
   * @param byPeriod numbers of the periods, JSON
   * @param elements numbers of the elements, JSON
   * @param note what must be known to read it
   */
  public record TextsRow(String byPeriod, String elements, String note) {}
}
