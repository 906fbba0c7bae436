package org.gridclear.market.declaration;

import java.util.Locale;

/** What one declaration of a unit is in force for at a time. */
public enum Slot {
  /** Energy: an offer, a bid or a schedule. */
  ENERGY,
  /** Ancillary services. */
  ANCILLARY;

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
