package org.gridclear.worker.api;

/**
 * The grid's members change just now, so it gives and takes no data; a unit that met this is not at
 * fault and is done again.
 */
public final class StoreUnsettledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps what the store met. */
  public StoreUnsettledException(Throwable cause) {
    super("the members of the grid change just now", cause);
  }
}
