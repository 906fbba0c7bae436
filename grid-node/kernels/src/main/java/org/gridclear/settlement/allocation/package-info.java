/** Pools and their allocation by largest remainders, and books that balance. */
@NullMarked
package org.gridclear.settlement.allocation;

import org.jspecify.annotations.NullMarked;
