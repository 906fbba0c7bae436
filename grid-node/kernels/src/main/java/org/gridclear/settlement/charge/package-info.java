/** Charges: compiled rules over columns of whole numbers. */
@NullMarked
package org.gridclear.settlement.charge;

import org.jspecify.annotations.NullMarked;
