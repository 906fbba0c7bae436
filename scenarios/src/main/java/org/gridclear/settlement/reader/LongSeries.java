package org.gridclear.settlement.reader;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gridclear.settlement.input.DayIntervals;
import org.gridclear.settlement.reader.SeriesFile.Kind;
import org.gridclear.validate.Rule;

/** Series that come interval by interval, a row with a value of each. */
final class LongSeries {
  private final SeriesCheck check;
  private final List<String> names;
  private final List<Kind> kinds;
  private final Map<String, Growing> growing = new LinkedHashMap<>();

  /** Gives a value of a row. */
  interface Values {
    /**
     * The value of a series.
     *
     * @param interval from 0
     */
    int of(int series, Kind kind, int interval);
  }

  /** The series of an id, as far as they came. */
  private record Growing(int[][] values, BitSet[] given, int[] lines) {
    Growing(int series, int intervals) {
      this(new int[series][intervals], new BitSet[series], new int[series]);
      for (int s = 0; s < series; s++) {
        given[s] = new BitSet();
      }
    }
  }

  LongSeries(SeriesCheck check, List<String> names, List<Kind> kinds) {
    this.check = check;
    this.names = names;
    this.kinds = kinds;
  }

  /** Takes a row. */
  void row(String id, String start, String end, Values values) {
    int interval = interval(start, end);
    if (interval < 0) {
      return;
    }
    Growing of = growing.computeIfAbsent(id, key -> new Growing(names.size(), check.intervals()));
    for (int s = 0; s < names.size(); s++) {
      if (of.given()[s].get(interval)) {
        check.report(
            Rule.INTERVAL_ONCE, id, start, "The interval of this series was given before.");
        return;
      }
      if (of.given()[s].isEmpty()) {
        of.lines()[s] = check.line();
      }
      of.given()[s].set(interval);
      of.values()[s][interval] = values.of(s, kinds.get(s), interval);
    }
  }

  /** Hands on what is whole. */
  void finish() {
    growing.forEach(
        (id, of) -> {
          for (int s = 0; s < names.size(); s++) {
            check.at(of.lines()[s]);
            finish(id, names.get(s), of.values()[s], of.given()[s]);
          }
        });
  }

  private void finish(String id, String series, int[] values, BitSet given) {
    int gap = given.nextClearBit(0);
    if (gap < check.intervals() && !check.gaps()) {
      check.report(
          Rule.INTERVALS_WHOLE,
          id,
          series,
          "Interval %d is missing, %d of %d are given."
              .formatted(gap + 1, given.cardinality(), check.intervals()));
      return;
    }
    for (int t = gap; t < check.intervals(); t = given.nextClearBit(t + 1)) {
      values[t] = SeriesFile.GAP;
    }
    check.accept(id, series, values);
  }

  private int interval(String start, String end) {
    DayIntervals intervals = new DayIntervals(check.day(), check.intervals());
    try {
      OptionalInt interval = intervals.of(LocalDateTime.parse(start), LocalDateTime.parse(end));
      if (interval.isPresent()) {
        return interval.getAsInt();
      }
      check.report(Rule.DAY_LENGTH, "start", start + " to " + end, intervals.advice());
    } catch (DateTimeParseException e) {
      check.report(Rule.FIELD_TYPE, "start", start, "Give a time such as 2026-10-01T00:15.");
    }
    return -1;
  }
}
