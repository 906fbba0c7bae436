/** Prices out of the duals of the pricing program (EQ-01). */
@NullMarked
package org.gridclear.clearing.pricing;

import org.jspecify.annotations.NullMarked;
