/** Reports on closed months: groups, both sides of a trade, contracts, purchases, obligations. */
@NullMarked
package org.gridclear.settlement.analysis;

import org.jspecify.annotations.NullMarked;
