package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * A tie-line schedule with a neighbouring system.
 *
 * @param id unique among schedules
 * @param bus id of the bus where it enters
 * @param importMw scheduled import per period; negative for export
 */
public record Interchange(String id, String bus, Series importMw) {}
