package org.gridclear.market.registry;

/** There is nothing of this number or id, or not for who asks. */
public final class NoSuchRecordException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchRecordException(String message) {
    super(message);
  }
}
