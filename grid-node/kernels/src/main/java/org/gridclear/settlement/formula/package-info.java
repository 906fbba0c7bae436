/** Formulas of rules: parsed, checked for units and overflow, run over columns of whole numbers. */
package org.gridclear.settlement.formula;
