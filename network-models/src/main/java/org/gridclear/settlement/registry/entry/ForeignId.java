package org.gridclear.settlement.registry.entry;

import org.gridclear.settlement.registry.Validity;

/**
 * The id of a thing in another system (Q-12, O-16).
 *
 * @param id code of this mapping
 * @param validity days on which it holds
 * @param system the other system, such as {@code trading} or {@code finance}
 * @param foreign the id there
 * @param of kind of the thing here
 * @param thing its id here
 */
public record ForeignId(
    String id, Validity validity, String system, String foreign, EntryKind of, String thing)
    implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.FOREIGN_ID;
  }
}
