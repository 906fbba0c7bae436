package org.gridclear.market.declaration;

import java.time.LocalDate;

/**
 * What a member declares of a unit for a trading date.
 *
 * @param market such as {@code da}
 * @param date trading date
 * @param member whose declaration it is
 * @param unit id of the unit, storage or load
 * @param terms what is declared
 */
public record Declaration(String market, LocalDate date, String member, String unit, Terms terms) {
  /**
   * The same for the id of the unit in a case and the periods of the case.
   *
   * @param element id of the unit in the case
   * @param periods for each period of the case the period of the trading date, counted from 0
   */
  public Declaration in(String element, int[] periods) {
    return new Declaration(market, date, member, element, terms.in(periods));
  }
}
