package org.gridclear.market.inquiry;

/** An inquiry is not where the act begins: somebody else was first. */
public final class InquiryStateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InquiryStateException(String message) {
    super(message);
  }
}
