package org.gridclear.worker.ignite;

import org.apache.ignite.IgniteException;

/** A node that is being drained, stops or is cut off does not take a unit; others may. */
public final class RefusedException extends IgniteException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public RefusedException(String text) {
    super(text);
  }
}
