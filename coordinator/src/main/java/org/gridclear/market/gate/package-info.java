/**
 * Declarations at the gate of a market: taken, judged, kept, and in force when it closes
 * (docs/market.md). Use cases: records in, records out; the clock is given.
 */
@NullMarked
package org.gridclear.market.gate;

import org.jspecify.annotations.NullMarked;
