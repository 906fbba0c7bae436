package org.gridclear.run;

/** Where a run is. */
public enum RunState {
  SUBMITTED,
  RESOLVING,
  RUNNING,
  AGGREGATING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
