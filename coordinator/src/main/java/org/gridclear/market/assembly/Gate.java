package org.gridclear.market.assembly;

import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.clearing.input.Market;

/**
 * Up to when something had to be known for the case of a date.
 *
 * @param market the market that is cleared
 * @param date trading date, the first one
 * @param at the time
 */
public record Gate(Market market, LocalDate date, Instant at) {}
