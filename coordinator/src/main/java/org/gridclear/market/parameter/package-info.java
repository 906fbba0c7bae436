/** Parameters that whoever computes reads by the time at which they hold (docs/market-day.md). */
package org.gridclear.market.parameter;
