package org.gridclear.market;

/**
 * What a unit was doing before the first period.
 *
 * @param on whether it was running
 * @param hours how long it had been in that state, in hours
 * @param powerMw its output at the end of the period before the first; 0 if off
 */
public record InitialState(boolean on, double hours, double powerMw) {}
