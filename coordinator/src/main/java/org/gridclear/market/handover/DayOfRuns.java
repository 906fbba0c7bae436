package org.gridclear.market.handover;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.series.MarketClock;

/**
 * Results of the runs of a trading date as one day. Where runs overlap each counts from its first
 * period to that of the next run.
 */
final class DayOfRuns {
  private static final int MINUTES = 24 * 60;

  private final DayStore store;
  private final List<Part> parts;
  private final int minutes;
  private final int periods;

  /**
   * The part of a run that counts.
   *
   * @param version the run
   * @param first first period of the day that counts
   * @param after period of the day after the last one that counts
   */
  private record Part(DayVersion version, int first, int after) {}

  /**
   * A row of the joined day.
   *
   * @param texts texts of the element by the name of the key
   * @param values by name of the column and period of the day; NaN where there is none
   */
  record Row(Map<String, String> texts, Map<String, double[]> values) {
    String text(String key) {
      return texts.getOrDefault(key, "");
    }

    /**
     * Numbers of a column, one for each period.
     *
     * @throws IllegalArgumentException if one is missing
     */
    double[] whole(String column, String what) {
      double[] numbers = Objects.requireNonNull(values.get(column));
      for (int t = 0; t < numbers.length; t++) {
        if (Double.isNaN(numbers[t])) {
          throw new IllegalArgumentException(
              "%s has no %s in period %d of the day; nothing is 0 because it is missing."
                  .formatted(what, column, t + 1));
        }
      }
      return numbers;
    }

    /** Numbers of a column where no row is no quantity, as of reserve. */
    double[] orZero(String column) {
      double[] numbers = Objects.requireNonNull(values.get(column)).clone();
      for (int t = 0; t < numbers.length; t++) {
        numbers[t] = Double.isNaN(numbers[t]) ? 0 : numbers[t];
      }
      return numbers;
    }
  }

  /**
   * Joins.
   *
   * @throws IllegalArgumentException if the date has not 24 hours, the runs do not cover them, or
   *     have periods of several lengths
   */
  DayOfRuns(DayStore store, VersionsInForce inForce) {
    this.store = store;
    Map<DayVersion, BlockLayout> layouts = new LinkedHashMap<>();
    for (DayVersion version : inForce.versions()) {
      store
          .block(version, ResultKind.BALANCE, Selection.ALL)
          .ifPresent(block -> layouts.put(version, block.layout()));
    }
    List<DayVersion> runs =
        layouts.keySet().stream()
            .sorted(
                Comparator.comparing(
                    version -> Objects.requireNonNull(layouts.get(version)).startMinute()))
            .toList();
    requireTwentyFourHours(runs.get(0).key().date(), store.zone());
    this.minutes = Objects.requireNonNull(layouts.get(runs.get(0))).minutesPerPeriod();
    this.periods = MINUTES / minutes;
    this.parts = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      BlockLayout layout = Objects.requireNonNull(layouts.get(runs.get(r)));
      if (layout.minutesPerPeriod() != minutes || layout.startMinute() % minutes != 0) {
        throw new IllegalArgumentException(
            "%s has periods of %d minutes and %s of %d; they are no one day."
                .formatted(
                    runs.get(0).text(), minutes, runs.get(r).text(), layout.minutesPerPeriod()));
      }
      int first = layout.startMinute() / minutes;
      int end = first + layout.slots() - (layout.whole() ? 1 : 0);
      int next =
          r + 1 < runs.size()
              ? Objects.requireNonNull(layouts.get(runs.get(r + 1))).startMinute() / minutes
              : periods;
      requireCovered(runs.get(r), end, next, r == 0 ? first : 0);
      parts.add(new Part(runs.get(r), first, Math.min(next, periods)));
    }
  }

  /**
   * That a date has the hours of a settled day: of a longer one the last hour would be left out.
   *
   * @throws IllegalArgumentException if the clocks change on it
   */
  static void requireTwentyFourHours(LocalDate date, ZoneId zone) {
    int minutes = new MarketClock(zone).minutesOf(date);
    if (minutes != MINUTES) {
      throw new IllegalArgumentException(
          "%s has %d hours in %s, and a settled day has 24: it cannot be handed on."
              .formatted(date, minutes / 60, zone));
    }
  }

  private void requireCovered(DayVersion version, int end, int next, int before) {
    if (before > 0 || end < Math.min(next, periods)) {
      throw new IllegalArgumentException(
          "%s: no run that is in force has %s; a day is handed on whole."
              .formatted(
                  version.key().text(),
                  before > 0
                      ? clock(0) + " to " + clock(before)
                      : clock(end) + " to " + clock(next)));
    }
  }

  private String clock(int period) {
    int minute = period * minutes;
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  int periods() {
    return periods;
  }

  int minutes() {
    return minutes;
  }

  /** Rows of a kind by their texts; none where no run has the kind. */
  List<Row> rows(ResultKind kind, List<String> keys, List<String> columns) {
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    for (Part part : parts) {
      store
          .block(part.version(), kind, Selection.ALL)
          .ifPresent(block -> read(block, part, keys, columns, rows));
    }
    return List.copyOf(rows.values());
  }

  private void read(
      ResultBlock block,
      Part part,
      List<String> keys,
      List<String> columns,
      Map<List<String>, Row> rows) {
    BlockLayout layout = block.layout();
    int offset = layout.startMinute() / minutes;
    for (int e = 0; e < block.elements().length; e++) {
      int element = e;
      List<String> texts = keys.stream().map(key -> block.text(element, key)).toList();
      Row row = rows.computeIfAbsent(texts, none -> empty(keys, texts, columns));
      for (String name : columns) {
        long[] numbers = block.column(name);
        double scale = Math.pow(10, layout.columns().get(layout.column(name)).decimals());
        for (int t = part.first(); t < part.after(); t++) {
          int at = e * layout.slots() + t - offset;
          if (block.has(e, t - offset) && numbers[at] != ResultBlock.MISSING) {
            Objects.requireNonNull(row.values().get(name))[t] = numbers[at] / scale;
          }
        }
      }
    }
  }

  private Row empty(List<String> keys, List<String> texts, List<String> columns) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      byKey.put(keys.get(k), texts.get(k));
    }
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String column : columns) {
      double[] none = new double[periods];
      Arrays.fill(none, Double.NaN);
      values.put(column, none);
    }
    return new Row(byKey, values);
  }
}
