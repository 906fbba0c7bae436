package org.gridclear.account.factor;

/** Why the answer of a hardware key was not taken, for the audit log. */
public final class RefusedKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedKeyException(String message) {
    super(message);
  }

  RefusedKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
