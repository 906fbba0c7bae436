package org.gridclear.table;

/**
 * Which part of the rows.
 *
 * @param offset rows that are left out before the first
 * @param limit most rows of the answer
 */
public record RowRange(long offset, int limit) {
  /** The most rows of an answer. */
  public static final int LIMIT_MAX = 1_000_000;

  /** The first rows, as many as an answer may have. */
  public static final RowRange ALL = new RowRange(0, LIMIT_MAX);

  public RowRange {
    if (offset < 0) {
      throw new IllegalArgumentException("The offset (%d) must be 0 or more.".formatted(offset));
    }
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie in 1..%d.".formatted(limit, LIMIT_MAX));
    }
  }
}
