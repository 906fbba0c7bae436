/**
 * The records of the one registry of a market: who takes part, what is cleared and settled, where,
 * by which meter and contract, and since when (docs/market.md F1).
 */
@NullMarked
package org.gridclear.settlement.registry.entry;

import org.jspecify.annotations.NullMarked;
