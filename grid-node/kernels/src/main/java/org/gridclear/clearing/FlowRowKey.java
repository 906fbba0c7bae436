package org.gridclear.clearing;

/**
 * Names a flow row: an element, the outage after which it counts, the period.
 *
 * @param element number among the monitored elements
 * @param outage number among the contingencies, -1 for the intact grid
 * @param period the period
 */
public record FlowRowKey(int element, int outage, int period) {}
