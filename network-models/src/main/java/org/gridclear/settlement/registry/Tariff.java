package org.gridclear.settlement.registry;

/**
 * A price of transmission and distribution.
 *
 * @param id code, such as a voltage level
 * @param yuanPerMwh price, 0.001 yuan/MWh
 * @param validity days on which it holds
 */
public record Tariff(String id, long yuanPerMwh, Validity validity) {}
