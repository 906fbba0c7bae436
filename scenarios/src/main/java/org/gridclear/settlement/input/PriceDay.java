package org.gridclear.settlement.input;

/**
 * Prices of one day.
 *
 * @param day day of the month, from 1
 * @param intervals intervals of a day
 * @param points columns in the order of {@link SettlementColumn.Kind#POINT}, {@code
 *     [point·intervals + t]}
 * @param market columns in the order of {@link SettlementColumn.Kind#MARKET}, {@code [t]}
 */
public record PriceDay(int day, int intervals, int[][] points, int[][] market) {}
