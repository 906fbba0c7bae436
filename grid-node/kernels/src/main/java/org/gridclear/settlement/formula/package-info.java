/** Formulas of rules: parsed, checked for units and overflow, run over columns of whole numbers. */
@NullMarked
package org.gridclear.settlement.formula;

import org.jspecify.annotations.NullMarked;
