package org.gridclear.report.clearing;

/**
 * Which rows of a table of a cleared case are asked for; what is null asks for nothing.
 *
 * @param zone zone of the bus; of a branch, at either end
 * @param unit id of a unit
 * @param bus id or name of a bus; of a branch, at either end
 * @param period a period: its number, counted from 1, or a time in it
 * @param offset rows that are left out before the first
 * @param limit most rows of the answer
 */
public record ResultQuery(
    String zone, String unit, String bus, String period, long offset, int limit) {
  /** The most rows of an answer. */
  public static final int LIMIT_MAX = 1_000_000;

  public ResultQuery {
    if (offset < 0) {
      throw new IllegalArgumentException("The offset (%d) must be 0 or more.".formatted(offset));
    }
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie in 1..%d.".formatted(limit, LIMIT_MAX));
    }
  }
}
