/** A month as blocks of columns for the grid. */
@NullMarked
package org.gridclear.settlement.input;

import org.jspecify.annotations.NullMarked;
