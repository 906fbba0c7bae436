package org.gridclear.market.fallback;

/** There is nothing that could stand for a clearing. */
public final class NoFallbackException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoFallbackException(String message) {
    super(message);
  }
}
