package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * A unit without commitment that follows a forecast: wind, solar, run-of-river, a self-schedule.
 *
 * @param id unique among units
 * @param bus id of its bus
 * @param fuel technology, "" where not said
 * @param minMw least output per period
 * @param maxMw forecast, the greatest output per period
 * @param priceYuanPerMwh offer price per period
 */
public record ProfiledUnit(
    String id, String bus, String fuel, Series minMw, Series maxMw, Series priceYuanPerMwh) {}
