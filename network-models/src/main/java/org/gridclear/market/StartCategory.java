package org.gridclear.market;

/**
 * The cost of a start after a time off.
 *
 * @param offHours the least time off, in hours, from which this category applies
 * @param costYuan cost of a start in this category
 */
public record StartCategory(double offHours, double costYuan) {}
