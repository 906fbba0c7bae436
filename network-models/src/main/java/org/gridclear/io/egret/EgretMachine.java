package org.gridclear.io.egret;

import org.gridclear.quantity.Series;

/**
 * What services and fuels need to know of a thermal unit.
 *
 * @param id its name
 * @param minMw least output
 * @param maxMw greatest output
 * @param upMwPerH ramp up
 * @param downMwPerH ramp down
 * @param startMw limit of a start, scaled to the period, not capped
 * @param stopMw limit of a stop, likewise
 * @param wasOn whether it is on before the first period
 * @param wasHours for how long it has been on or off
 * @param wasMw its output then
 */
record EgretMachine(
    String id,
    Series minMw,
    Series maxMw,
    double upMwPerH,
    double downMwPerH,
    Series startMw,
    Series stopMw,
    boolean wasOn,
    double wasHours,
    double wasMw) {}
