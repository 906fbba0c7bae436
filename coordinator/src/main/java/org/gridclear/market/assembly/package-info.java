/**
 * Makes the case of a trading date from what was known at its gate: network, registry, series,
 * tickets, snapshot, declarations, each by its version (docs/market.md F3). The same versions make
 * the same bytes.
 */
@NullMarked
package org.gridclear.market.assembly;

import org.jspecify.annotations.NullMarked;
