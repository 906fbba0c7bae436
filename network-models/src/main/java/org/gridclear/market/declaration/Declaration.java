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
  /** The same content for another date. */
  public Declaration on(LocalDate other) {
    return new Declaration(market, other, member, unit, terms);
  }
}
