/** Parsers under inputs that nobody would write. */
@org.jspecify.annotations.NullMarked
package org.gridclear.bench.fuzz;
