/** A close computed again from formulas and decimals, without the charge kernel. */
@NullMarked
package org.gridclear.settlement.audit;

import org.jspecify.annotations.NullMarked;
