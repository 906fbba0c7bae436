package org.gridclear.worker.api;

/** Data that a unit names are not in the grid, or not to be had. */
public final class MissingDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which. */
  public MissingDataException(String text) {
    super(text);
  }

  /** Says which, and why. */
  public MissingDataException(String text, Throwable cause) {
    super(text, cause);
  }
}
