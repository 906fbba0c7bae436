package org.gridclear.market.registry;

/** A record was changed after somebody looked at it. */
public final class ChangedSinceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ChangedSinceException(String message) {
    super(message);
  }
}
