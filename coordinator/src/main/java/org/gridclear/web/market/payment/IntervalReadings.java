package org.gridclear.web.market.payment;

import org.jspecify.annotations.Nullable;

/**
 * Readings of an interval.
 *
 * @param folder settlement folder of the server with the day as it is known
 * @param file CSV: meter,series,mwh
 */
record IntervalReadings(@Nullable String folder, @Nullable String file) {}
