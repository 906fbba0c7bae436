package org.gridclear.network;

/**
 * The load of a bus in the network file's one operating point.
 *
 * @param id unique among loads
 * @param bus id of its bus
 * @param pMw active power drawn
 * @param qMvar reactive power drawn
 */
public record Load(String id, String bus, double pMw, double qMvar) {}
