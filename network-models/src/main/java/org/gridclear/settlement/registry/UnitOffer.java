package org.gridclear.settlement.registry;

/**
 * The offer of a unit, from which make-whole and lost opportunity follow (EQ-24, EQ-25).
 *
 * @param entity unit
 * @param noLoadYuanPerH cost of being on, 0.001 yuan/h
 * @param startUpYuan cost of a start, 0.001 yuan
 * @param uptoMw end of each segment, 0.0001 MW, rising
 * @param yuanPerMwh price of each segment, 0.001 yuan/MWh, not falling
 * @param validity days on which it holds
 */
public record UnitOffer(
    String entity,
    long noLoadYuanPerH,
    long startUpYuan,
    long[] uptoMw,
    long[] yuanPerMwh,
    Validity validity) {}
