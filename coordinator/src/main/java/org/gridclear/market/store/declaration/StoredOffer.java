package org.gridclear.market.store.declaration;

import org.gridclear.market.declaration.Slot;

/**
 * What was in force of a unit at a gate.
 *
 * @param unit id of the unit
 * @param slot for what
 * @param element its id in the case
 * @param member its owner at the gate
 * @param source where it is from
 * @param version number of the declaration, or version of the reference offer
 */
public record StoredOffer(
    String unit, Slot slot, String element, String member, Source source, long version) {
  /** Where an offer is from. */
  public enum Source {
    /** A declaration for the date. */
    DECLARED,
    /** The declaration of a day before. */
    LAST_DAYS,
    /** The registered reference offer. */
    REFERENCE
  }
}
