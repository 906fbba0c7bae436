package org.gridclear.market.rulebase;

/** What a proposal was made from, or for, is no more. */
public final class StaleProposalException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what is, and what to do. */
  public StaleProposalException(String message) {
    super(message);
  }
}
