package org.gridclear.network;

/**
 * A bus shunt.
 *
 * @param bus id of its bus
 * @param gMw active power drawn at 1 p.u. voltage
 * @param bMvar reactive power given at 1 p.u. voltage
 */
public record Shunt(String bus, double gMw, double bMvar) {}
