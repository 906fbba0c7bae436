package org.gridclear.settlement.registry.entry;

import org.gridclear.settlement.registry.Validity;

/**
 * One thing over the days on which it is so. A change is another record of the same id that begins
 * later; the id never changes and is never another thing's. Numbers are whole
 * multiples of the last decimal that {@link Amount} names.
 */
public sealed interface Entry permits Party, Resource, Settled, Metering, Place, Trade, ForeignId {
  /** Code, one of its kind. */
  String id();

  /** Days on which this record holds; the first one is given. */
  Validity validity();

  /** What it is. */
  EntryKind kind();
}
