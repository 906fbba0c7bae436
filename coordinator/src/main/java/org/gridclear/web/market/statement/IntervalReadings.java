package org.gridclear.web.market.statement;

import org.jspecify.annotations.Nullable;

/**
 * IntervalReadings of an interval.
 *
 * @param folder settlement folder of the server with the day as it is known
 * @param file CSV: meter,series,mwh
 */
record IntervalReadings(@Nullable String folder, @Nullable String file) {}
