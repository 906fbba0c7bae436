package org.gridclear.monitoring.measure;

/**
 * A fuel as indices see it.
 *
 * @param id its name as units have it, whatever the case
 * @param renewable whether it is renewable
 * @param tonPerMwh CO₂ of a MWh, t
 */
public record Fuel(String id, boolean renewable, double tonPerMwh) {}
