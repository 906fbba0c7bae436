package org.gridclear.market.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.gridclear.clearing.input.Market;

/**
 * Up to when something had to be known for the case of a date.
 *
 * @param market the market that is cleared
 * @param date trading date, the first one
 * @param at the time
 */
public record Gate(Market market, LocalDate date, Instant at) {
  /** Name of the market in files and commands, such as {@code lt-ruc}. */
  public String label() {
    return market.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
