package org.gridclear.market.rulebase;

/** There is no such proposal. */
public final class NoSuchProposalException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With how those that there are can be seen. */
  public NoSuchProposalException(String message) {
    super(message);
  }
}
