package org.gridclear.market.rule;

/**
 * What a unit burns or emits.
 *
 * @param unit id of a unit
 * @param item fuel or pollutant, such as {@code coal}, {@code SO2}, {@code NOx}, {@code dust},
 *     {@code CO2}
 * @param tPerMwh tonnes per MWh generated
 * @param tPerHOn tonnes per hour online
 * @param tPerStart tonnes per start
 */
public record ResourceRate(
    String unit, String item, double tPerMwh, double tPerHOn, double tPerStart) {}
