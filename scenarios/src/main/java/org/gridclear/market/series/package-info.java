/**
 * Series of a market: what is known of a thing over time, from whom and since when (docs/market.md
 * F1). Exact decimals with instants; nothing here knows a file's place or a database.
 */
@NullMarked
package org.gridclear.market.series;

import org.jspecify.annotations.NullMarked;
