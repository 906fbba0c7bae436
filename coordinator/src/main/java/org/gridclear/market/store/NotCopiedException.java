package org.gridclear.market.store;

/** A change is not acknowledged, or not made, because the standby site does not have it. */
public final class NotCopiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what to do. */
  public NotCopiedException(String message) {
    super(message);
  }
}
