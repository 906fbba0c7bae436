package org.gridclear.clearing.pricing;

/**
 * Prices in yuan/MWh, {@code [bus or product][period]}; the LMP is the sum of its components.
 *
 * @param lmpYuanPerMwh price of every bus
 * @param energyYuanPerMwh energy component: the price at the reference bus of the bus's island
 * @param congestionYuanPerMwh congestion component
 * @param reserveYuanPerMwh price of every reserve product
 */
public record Prices(
    double[][] lmpYuanPerMwh,
    double[][] energyYuanPerMwh,
    double[][] congestionYuanPerMwh,
    double[][] reserveYuanPerMwh) {}
