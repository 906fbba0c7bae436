/** Benches of the grid: scale-out, overhead of a unit, chaos, and the simulator beside them. */
@NullMarked
package org.gridclear.bench.grid;

import org.jspecify.annotations.NullMarked;
