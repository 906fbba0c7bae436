/** Measures of a market's structure, conduct and outcome, as functions of numbers. */
package org.gridclear.monitoring.structure;
