package org.gridclear.settlement.process;

/** What is asked for does not go with how the process stands. */
public final class ProcessConflictException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what stands against it, and what to do. */
  public ProcessConflictException(String message) {
    super(message);
  }
}
