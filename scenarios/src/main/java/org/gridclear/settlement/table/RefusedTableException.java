package org.gridclear.settlement.table;

import java.io.IOException;

/** A table that cannot be used: which column, what it holds, and what to give in its place. */
public final class RefusedTableException extends IOException {
  private static final long serialVersionUID = 1;

  private final String column;
  private final String value;

  /**
   * A refusal.
   *
   * @param column name of the column; "" where it is the file as a whole
   * @param value what it holds
   * @param advice what to give
   */
  RefusedTableException(String column, String value, String advice) {
    super(advice);
    this.column = column;
    this.value = value;
  }

  /** Name of the column; "" where it is the file as a whole. */
  public String column() {
    return column;
  }

  /** What the column or the file holds. */
  public String value() {
    return value;
  }

  /** What to give in its place. */
  public String advice() {
    return String.valueOf(getMessage());
  }
}
