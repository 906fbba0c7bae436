/** Parsers under inputs that nobody would write. */
@NullMarked
package org.gridclear.bench.fuzz;

import org.jspecify.annotations.NullMarked;
