package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * A price-sensitive load: served as long as the price is below its value.
 *
 * @param id unique among flexible loads
 * @param bus id of its bus
 * @param maxMw greatest consumption per period
 * @param valueYuanPerMwh what it bids per period
 */
public record FlexibleLoad(String id, String bus, Series maxMw, Series valueYuanPerMwh) {}
