package org.gridclear.market.workflow;

/** What is asked does not go with how the node or the instance stands. */
public final class StateConflictException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what stands, and what to do. */
  public StateConflictException(String message) {
    super(message);
  }
}
