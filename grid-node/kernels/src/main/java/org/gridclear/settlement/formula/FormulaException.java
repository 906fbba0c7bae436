package org.gridclear.settlement.formula;

/** A formula cannot be used; says what and where. */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public FormulaException(String message) {
    super(message);
  }
}
