package org.gridclear.validate;

/** How bad an issue is. */
public enum Severity {
  /** The input cannot be used. */
  ERROR,
  /** The input is used; the message says how. */
  WARNING
}
