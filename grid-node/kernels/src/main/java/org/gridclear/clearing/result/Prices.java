package org.gridclear.clearing.result;

/**
 * Prices in yuan/MWh, {@code [bus or requirement][period]}; the LMP is the sum of its components.
 *
 * @param lmpYuanPerMwh price of every bus
 * @param energyYuanPerMwh energy component: the price at the reference of the bus's island
 * @param congestionYuanPerMwh congestion component
 * @param lossYuanPerMwh loss component
 * @param reserveYuanPerMwh price of every reserve requirement
 */
public record Prices(
    double[][] lmpYuanPerMwh,
    double[][] energyYuanPerMwh,
    double[][] congestionYuanPerMwh,
    double[][] lossYuanPerMwh,
    double[][] reserveYuanPerMwh) {}
