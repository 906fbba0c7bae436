package org.gridclear.market.approval;

/** A version is in a state from which the wanted one does not follow. */
public final class StateChangedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  StateChangedException(String message) {
    super(message);
  }
}
