/** Formulas of indices: the settlement's language over measures, where a number may be missing. */
package org.gridclear.monitoring.formula;
