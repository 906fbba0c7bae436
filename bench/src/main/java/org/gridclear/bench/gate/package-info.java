/** Benches of declarations. */
package org.gridclear.bench.gate;
