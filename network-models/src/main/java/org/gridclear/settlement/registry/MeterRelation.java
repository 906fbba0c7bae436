package org.gridclear.settlement.registry;

/**
 * What share of a meter counts for an entity (Q-27, EQ-19).
 *
 * @param meter meter
 * @param entity entity
 * @param sign +1 or −1: whether forward energy counts for or against the entity's own direction
 * @param share share in 0.000001
 * @param validity days on which this record holds
 */
public record MeterRelation(String meter, String entity, int sign, long share, Validity validity) {
  /** The share of a meter that counts for one entity alone. */
  public static final long WHOLE = 1_000_000;
}
