package org.gridclear.web.market.settlement;

/** Number and state of a dispute. */
record DisputeAnswer(long number, String state) {}
