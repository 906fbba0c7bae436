/**
 * What members declare for a trading date: offers, bids, schedules, and the rules that they must
 * meet (GAP-01, A-11, A-16, A-29). Money and power are whole numbers of their last decimal: 0.001
 * yuan, 0.001 yuan/MWh, 0.0001 MW, 0.0001 MWh. Values and functions of values only: nothing here
 * knows a clock, a file or a database.
 */
@NullMarked
package org.gridclear.market.declaration;

import org.jspecify.annotations.NullMarked;
