/** Indices of a market as data: definitions, formulas, kernels, limits, scores. */
package org.gridclear.monitoring.index;
