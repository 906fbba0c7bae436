package org.gridclear.settlement.close.delivery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Delivered series of a day by {@code id,series}, as whole numbers; read for the audit alone. */
final class DeliveredSeries {
  /** Stands for an interval without a value. */
  static final long NONE = Long.MIN_VALUE;

  private final int intervals;
  private final int decimals;
  private final Map<String, long[]> values = new LinkedHashMap<>();

  private DeliveredSeries(int intervals, int decimals) {
    this.intervals = intervals;
    this.decimals = decimals;
  }

  /**
   * Reads a file, wide or long; one that is not there (null) has no series.
   *
   * @param decimals decimals that the whole numbers keep
   */
  static Map<String, long[]> of(byte[] content, int intervals, int decimals) {
    return of(DeliveredCsv.of(content), intervals, decimals, name -> true);
  }

  /** Takes those series of a file whose names are asked for. */
  static Map<String, long[]> of(
      DeliveredCsv csv, int intervals, int decimals, Predicate<String> names) {
    DeliveredSeries series = new DeliveredSeries(intervals, decimals);
    boolean wide = csv.header().contains("series");
    for (List<String> row : csv.rows()) {
      if (!wide) {
        series.tall(csv, row, names);
      } else if (names.test(row.get(1))) {
        series.wide(row);
      }
    }
    return series.values;
  }

  private long[] at(String id, String series) {
    return values.computeIfAbsent(
        id + "," + series,
        key -> {
          long[] none = new long[intervals];
          Arrays.fill(none, NONE);
          return none;
        });
  }

  private void wide(List<String> row) {
    long[] of = at(row.get(0), row.get(1));
    for (int t = 0; t < intervals && t + 2 < row.size(); t++) {
      of[t] = number(row.get(t + 2));
    }
  }

  private void tall(DeliveredCsv csv, List<String> row, Predicate<String> names) {
    LocalDateTime start = LocalDateTime.parse(csv.cell(row, "start"));
    long minutes = Duration.between(start.toLocalDate().atStartOfDay(), start).toMinutes();
    for (int c = 3; c < csv.header().size(); c++) {
      if (names.test(csv.header().get(c))) {
        int interval = (int) (minutes * intervals / 1440);
        at(row.get(0), csv.header().get(c))[interval] = number(row.get(c));
      }
    }
  }

  private long number(String text) {
    return text.isEmpty() ? NONE : whole(text, decimals);
  }

  /** A decimal text as a whole number of its smallest unit. */
  static long whole(String text, int decimals) {
    return new BigDecimal(text).movePointRight(decimals).longValueExact();
  }
}
