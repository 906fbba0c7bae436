/** Reports on closed months: groups, both sides of a trade, contracts, purchases, obligations. */
package org.gridclear.settlement.analysis;
