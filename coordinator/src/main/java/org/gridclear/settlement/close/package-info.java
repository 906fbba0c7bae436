/** The close of a month: inputs into the grid, charges on its nodes, books, corrections, detail. */
@NullMarked
package org.gridclear.settlement.close;

import org.jspecify.annotations.NullMarked;
