package org.gridclear.security.result;

/** How an outage ended, the gravest that applies. Every outage has exactly one. */
public enum OutageStatus {
  /** Nothing is lost, no new and no worsened violation. */
  SECURE,
  /** At least one violation that is new or worse than in the base case. */
  VIOLATED,
  /** Part of the network lost its connection; what is lost and what is violated is listed. */
  ISLANDED,
  /** More is lost than those that are left can make up for; what is missing is named. */
  UNBALANCED,
  /** No solution was found; the mismatch left says how far it came. */
  DIVERGED,
  /** Not computed, for the reason given. */
  SKIPPED
}
