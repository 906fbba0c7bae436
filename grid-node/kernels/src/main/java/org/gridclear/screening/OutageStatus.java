package org.gridclear.screening;

/** How an outage ended. Every outage has exactly one. */
public enum OutageStatus {
  /** No new and no worsened violation. */
  SECURE,
  /** At least one violation that is new or worse than in the base case. */
  VIOLATED,
  /** Part of the network lost its connection; what is lost and what is violated is listed. */
  ISLANDED,
  /** No solution was found; the mismatch left says how far it came. */
  DIVERGED,
  /** Not computed, for the reason given. */
  SKIPPED
}
