/** Benches of declarations. */
@NullMarked
package org.gridclear.bench.gate;

import org.jspecify.annotations.NullMarked;
