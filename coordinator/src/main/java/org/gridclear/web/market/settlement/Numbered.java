package org.gridclear.web.market.settlement;

/** Number of what was proposed. */
record Numbered(long number) {}
