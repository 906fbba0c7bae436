package org.gridclear.report.clearing;

import org.gridclear.table.RowRange;

/**
 * Which rows of a table of a cleared case are asked for; what is null asks for nothing.
 *
 * @param zone zone of the bus; of a branch, at either end
 * @param unit id of a unit
 * @param bus id or name of a bus; of a branch, at either end
 * @param period a period: its number, counted from 1, or a time in it
 * @param range which part of them
 */
public record ResultQuery(String zone, String unit, String bus, String period, RowRange range) {}
