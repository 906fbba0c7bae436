/** Measures of a market's structure, conduct and outcome, as functions of numbers. */
@NullMarked
package org.gridclear.monitoring.structure;

import org.jspecify.annotations.NullMarked;
