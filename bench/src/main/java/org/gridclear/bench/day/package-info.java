/** Benches of a market day: on grids of several sizes, under faults, and its timers. */
package org.gridclear.bench.day;
