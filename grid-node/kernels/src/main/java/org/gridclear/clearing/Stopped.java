package org.gridclear.clearing;

/** Leaves a clearing with an outcome that is no result. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ClearingOutcome outcome;

  Stopped(ClearingOutcome.Reason reason, String text) {
    super(text, null, false, false);
    this.outcome = new ClearingOutcome.NotCleared(reason, text);
  }

  ClearingOutcome outcome() {
    return outcome;
  }
}
