package org.gridclear.market.anomaly;

/** There is no anomaly of a number. */
public final class NoAnomalyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoAnomalyException(String message) {
    super(message);
  }
}
