/**
 * Benches of a month: speed beside DuckDB, wrong results and wrong registries that must be found.
 */
package org.gridclear.bench.settlement;
