package org.gridclear.settlement.process;

/** There is no such proposal, statement or dispute. */
public final class NoSuchSubjectException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what there is not. */
  public NoSuchSubjectException(String message) {
    super(message);
  }
}
