package org.gridclear.market.result;

import java.util.List;

/**
 * What is asked of the numbers of a column.
 *
 * @param column name of the column; "" for the first of the kind
 * @param by what the groups are: texts of the elements, such as zone, fuel or owner, and {@link
 *     #DAY}, {@link #MONTH}; none for one group of all
 * @param curve whether the duration curve is asked for in place of the figures
 */
public record StatisticsQuery(String column, List<String> by, boolean curve) {
  /** A group a trading date. */
  public static final String DAY = "day";

  /** A group a month of trading dates. */
  public static final String MONTH = "month";

  public StatisticsQuery {
    by = List.copyOf(by);
    if (by.stream().distinct().count() != by.size()) {
      throw new IllegalArgumentException("by: %s names a group twice.".formatted(by));
    }
  }

  /** Figures of the first column of a kind. */
  public static StatisticsQuery figures(String... by) {
    return new StatisticsQuery("", List.of(by), false);
  }
}
