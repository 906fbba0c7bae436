package org.gridclear.market.store.workflow;

import java.util.Locale;

/** How an instance stands. */
public enum InstanceState {
  /** Some of its nodes are still to come. */
  OPEN,
  /** All of its nodes are done or skipped. */
  DONE,
  /** A node failed that stops it. */
  FAILED,
  /** No coordinator was there at its start, and it was too late afterwards. */
  MISSED;

  /** In files and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
