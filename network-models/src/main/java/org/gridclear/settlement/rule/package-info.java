/** Rules of a settlement as data: charges, allocations, transfers. */
@NullMarked
package org.gridclear.settlement.rule;

import org.jspecify.annotations.NullMarked;
