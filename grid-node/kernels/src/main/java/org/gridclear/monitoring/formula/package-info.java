/** Formulas of indices: the settlement's language over measures, where a number may be missing. */
@NullMarked
package org.gridclear.monitoring.formula;

import org.jspecify.annotations.NullMarked;
