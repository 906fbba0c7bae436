package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * Forecast of the load at a bus.
 *
 * @param bus id of the bus
 * @param mw load per period
 */
public record BusLoad(String bus, Series mw) {}
