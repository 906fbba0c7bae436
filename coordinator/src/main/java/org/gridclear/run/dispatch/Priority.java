package org.gridclear.run.dispatch;

/** Which run's units go first when several wait. */
public enum Priority {
  /** After everything else. */
  BULK,
  /** As most runs. */
  NORMAL,
  /** Before everything else. */
  URGENT
}
