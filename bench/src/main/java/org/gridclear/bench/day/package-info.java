/** Benches of a market day: on grids of several sizes, under faults, and its timers. */
@NullMarked
package org.gridclear.bench.day;

import org.jspecify.annotations.NullMarked;
