/**
 * Benches of a month: speed beside DuckDB, wrong results and wrong registries that must be found.
 */
@NullMarked
package org.gridclear.bench.settlement;

import org.jspecify.annotations.NullMarked;
