package org.gridclear.market.ticket;

import java.util.Locale;
import java.util.Set;

/** How far a ticket is. */
public enum TicketState {
  /** Asked for: takes nothing out of service yet. */
  PLANNED,
  /** Allowed. */
  APPROVED,
  /** Begun. */
  RUNNING,
  /** Over; its end is when that was. */
  ENDED,
  /** Did not take place. */
  CANCELLED;

  /** Whether its elements are out of service in its time. */
  public boolean counts() {
    return this == APPROVED || this == RUNNING || this == ENDED;
  }

  /** Whether a next version may have a state. */
  public boolean mayBecome(TicketState next) {
    Set<TicketState> after =
        switch (this) {
          case PLANNED -> Set.of(PLANNED, APPROVED, CANCELLED);
          case APPROVED -> Set.of(APPROVED, RUNNING, CANCELLED);
          case RUNNING -> Set.of(RUNNING, ENDED);
          case ENDED, CANCELLED -> Set.of();
        };
    return after.contains(next);
  }

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
