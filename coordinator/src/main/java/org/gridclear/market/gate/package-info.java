/**
 * Declarations at the gate of a market: taken, judged, kept, and in force when it closes
 * (docs/market.md). Use cases: records in, records out; the clock is given.
 */
package org.gridclear.market.gate;
