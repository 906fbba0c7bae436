package org.gridclear.web.market.approval;

import java.time.LocalDate;

/**
 * Trading dates.
 *
 * @param shown the date that a page shows first: the newest one of which something is in force for
 *     whom it concerns, else tomorrow
 * @param today today in the market's zone of time
 */
record BoardDates(LocalDate shown, LocalDate today) {}
