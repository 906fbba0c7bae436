package org.gridclear.market.workflow;

/** The account is of none of the groups that may do it. */
public final class NotAllowedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With who may. */
  public NotAllowedException(String message) {
    super(message);
  }
}
