package org.gridclear.market.store.workflow;

import java.util.Locale;

/** How a node of an instance stands. */
public enum NodeState {
  /** What it waits for has not come. */
  WAITING,
  /** It can run: a coordinator takes it, or who is to do it by hand. */
  READY,
  /** A coordinator runs it. */
  RUNNING,
  /** It is done. */
  DONE,
  /** It failed as often as it may; the instance stops. */
  FAILED,
  /** It was left out, with a reason. */
  SKIPPED,
  /** It failed as often as it may; somebody is to decide. */
  ESCALATED;

  /** Whether what comes after it may go on. */
  public boolean isPassed() {
    return this == DONE || this == SKIPPED;
  }

  /** In files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
