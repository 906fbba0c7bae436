package org.gridclear.market.inquiry;

/** There is no inquiry of a number. */
public final class NoSuchInquiryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchInquiryException(String message) {
    super(message);
  }
}
