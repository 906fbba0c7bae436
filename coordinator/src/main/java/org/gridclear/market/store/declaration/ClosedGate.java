package org.gridclear.market.store.declaration;

import java.util.List;
import org.gridclear.market.declaration.check.Objection;

/**
 * A gate that is closed.
 *
 * @param offers what was in force, by unit and slot
 * @param notes what is to be said of it: defaults, and declarations that were not in force
 */
public record ClosedGate(List<StoredOffer> offers, List<Objection> notes) {
  public ClosedGate {
    offers = List.copyOf(offers);
    notes = List.copyOf(notes);
  }
}
