package org.gridclear.market.anomaly;

/** An anomaly is in another state than a step needs. */
public final class StaleStateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  StaleStateException(String message) {
    super(message);
  }
}
