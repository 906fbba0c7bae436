package org.gridclear.settlement.correction;

import java.util.Locale;

/** What a row of a correction does to what it names. */
public enum Action {
  /** Something that is not there yet. */
  ADD,
  /** Other values in the place of those that are there. */
  REPLACE,
  /** It goes away. */
  WITHDRAW;

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
