package org.gridclear.market.publication;

/** A version cannot be published or withdrawn: it is in another state. */
public final class NotApprovedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says which version, and its state. */
  public NotApprovedException(String message) {
    super(message);
  }
}
