package org.gridclear.market.workflow;

/** There is no such instance of a workflow. */
public final class NoSuchInstanceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With how those that there are can be seen. */
  public NoSuchInstanceException(String message) {
    super(message);
  }
}
