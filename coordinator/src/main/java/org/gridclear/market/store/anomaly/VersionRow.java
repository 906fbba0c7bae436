package org.gridclear.market.store.anomaly;

import java.time.LocalDate;

/**
 * Which version of a day.
 *
 * @param market word of the market
 * @param date trading date
 * @param cycle number of the run of the day
 * @param version its number; 0 for a result that did not come
 */
public record VersionRow(String market, LocalDate date, int cycle, int version) {}
