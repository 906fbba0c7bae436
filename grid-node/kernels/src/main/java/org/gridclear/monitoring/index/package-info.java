/** Indices of a market as data: definitions, formulas, kernels, limits, scores. */
@NullMarked
package org.gridclear.monitoring.index;

import org.jspecify.annotations.NullMarked;
