/** A close computed again from formulas and decimals, without the charge kernel. */
package org.gridclear.settlement.audit;
