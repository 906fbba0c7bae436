package org.gridclear.market.store.approval;

import java.time.LocalDate;

/**
 * A run of a market on a trading date, as rows name it.
 *
 * @param market name of the market
 * @param date trading date
 * @param cycle number of the run of the day
 */
public record RunOfDay(String market, LocalDate date, int cycle) {}
