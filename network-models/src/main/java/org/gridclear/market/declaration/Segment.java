package org.gridclear.market.declaration;

/**
 * A step of an offer or of a bid.
 *
 * @param toMw where it ends, counted from 0 MW and not from the segment before, 0.0001 MW
 * @param yuanPerMwh its price, 0.001 yuan/MWh
 */
public record Segment(long toMw, long yuanPerMwh) {}
