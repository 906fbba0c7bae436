/** Parameters that whoever computes reads by the time at which they hold (docs/market-day.md). */
@NullMarked
package org.gridclear.market.parameter;

import org.jspecify.annotations.NullMarked;
