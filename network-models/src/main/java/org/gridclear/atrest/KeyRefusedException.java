package org.gridclear.atrest;

/**
 * A key that is missing, wrong, damaged or open to others; the message says which and what to do.
 */
public final class KeyRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public KeyRefusedException(String message) {
    super(message);
  }

  /** Says why, with what came before. */
  public KeyRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
