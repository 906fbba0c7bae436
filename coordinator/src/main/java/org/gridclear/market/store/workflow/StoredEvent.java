package org.gridclear.market.store.workflow;

import java.time.LocalDate;

/**
 * Something that nodes wait for.
 *
 * @param name such as {@code gate-closed}
 * @param date trading date
 * @param cycle number of the cycle; 0 for all of the date
 */
public record StoredEvent(String name, LocalDate date, int cycle) {
  /** Whether it is one for a cycle of a date. */
  public boolean isFor(String wanted, LocalDate ofDate, int ofCycle) {
    return name.equals(wanted) && date.equals(ofDate) && (cycle == 0 || cycle == ofCycle);
  }
}
