package org.gridclear.web.market.statement;

/** Number and state of a dispute. */
record DisputeAnswer(long number, String state) {}
