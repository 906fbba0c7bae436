package org.gridclear.casetable;

import org.gridclear.quantity.Horizon;

/** Times of periods in words. */
final class Periods {
  private Periods() {}

  /** From the beginning of period {@code from} to that of period {@code to}. */
  static String text(Horizon horizon, int from, int to) {
    return horizon.label(from) + " to " + horizon.label(to);
  }
}
