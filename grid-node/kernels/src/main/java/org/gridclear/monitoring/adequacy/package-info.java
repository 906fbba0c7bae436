/**
 * Whether there is enough to generate: sequential outages of units and lines by Monte Carlo, and
 * exactly.
 */
@NullMarked
package org.gridclear.monitoring.adequacy;

import org.jspecify.annotations.NullMarked;
