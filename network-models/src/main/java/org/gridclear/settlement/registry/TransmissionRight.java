package org.gridclear.settlement.registry;

/**
 * A financial right to the congestion price between two points (AMB-33).
 *
 * @param id code
 * @param entity owner
 * @param source price point
 * @param sink price point
 * @param mw quantity, 0.0001 MW
 * @param validity days on which it holds
 */
public record TransmissionRight(
    String id, String entity, String source, String sink, long mw, Validity validity) {}
