package org.gridclear.market.approval;

/** There is no such version of a day. */
public final class NoSuchVersionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchVersionException(String message) {
    super(message);
  }
}
