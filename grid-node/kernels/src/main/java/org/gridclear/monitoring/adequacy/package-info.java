/**
 * Whether there is enough to generate: sequential outages of units and lines by Monte Carlo, and
 * exactly.
 */
package org.gridclear.monitoring.adequacy;
