/** Benches of the grid: scale-out, overhead of a unit, chaos, and the simulator beside them. */
package org.gridclear.bench.grid;
