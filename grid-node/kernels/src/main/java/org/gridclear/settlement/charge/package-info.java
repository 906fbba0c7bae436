/** Charges: compiled rules over columns of whole numbers. */
package org.gridclear.settlement.charge;
