package org.gridclear.atrest;

/** An encrypted value is not what was written: it was changed, moved or cut off. */
public final class AlteredException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says which. */
  public AlteredException(String message, Throwable cause) {
    super(message, cause);
  }
}
