/**
 * Plausible market data for networks that have none: units, offers, load shapes, renewables,
 * ratings. Everything depends on a seed and the ids of the network only, and everything that is
 * made here is named in {@link org.gridclear.market.MarketDay#synthetic()}.
 */
@NullMarked
package org.gridclear.synthetic;

import org.jspecify.annotations.NullMarked;
