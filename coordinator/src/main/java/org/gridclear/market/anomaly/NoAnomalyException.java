package org.gridclear.market.anomaly;

/** There is no anomaly of a number. */
public final class NoAnomalyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private NoAnomalyException(String message) {
    super(message);
  }

  /** There is none of a number, or none that is seen. */
  public static NoAnomalyException of(long number) {
    return new NoAnomalyException("There is no anomaly %d.".formatted(number));
  }
}
