package org.gridclear.market.demo;

import java.time.OffsetDateTime;

/**
 * A line of the story of a day.
 *
 * @param at when, on the simulated clock
 * @param who the account, or {@code workflow}
 * @param kind what it is about
 * @param text what happened
 */
public record DemoEvent(OffsetDateTime at, String who, Kind kind, String text) {
  /** What a line is about. */
  public enum Kind {
    /** A registration, a forecast, a ticket. */
    DATA,
    /** A declaration that was accepted. */
    DECLARATION,
    /** What was refused, and why. */
    REFUSED,
    /** What befell the grid. */
    INCIDENT,
    /** A node of a workflow that ended. */
    NODE,
    /** A node that needs somebody. */
    ESCALATED,
    /** A decision of a person. */
    DECISION
  }

  /** On one line. */
  public String line() {
    return "%s  %-10s %-11s %s".formatted(at, who, kind, text);
  }
}
