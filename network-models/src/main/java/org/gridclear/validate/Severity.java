package org.gridclear.validate;

/** How bad an issue is. */
public enum Severity {
  /** The input cannot be used. */
  ERROR,
  /** The input is used, and something in it needs a person's look. */
  WARNING,
  /** The input is used; the message says what of it is not, or how it is taken. */
  NOTICE
}
