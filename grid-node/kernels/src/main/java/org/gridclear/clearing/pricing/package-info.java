/** Prices out of the duals of the pricing program (EQ-01). */
package org.gridclear.clearing.pricing;
