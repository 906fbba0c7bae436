package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.reader.SeriesFile.Kind;
import org.gridclear.settlement.reader.SeriesFile.Target;
import org.gridclear.settlement.table.DecimalCell;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** What a file of series is held to, however it is written; its issues name line or row. */
final class SeriesCheck {
  private static final int ISSUES_MAX = 1000;

  private final LocalDate day;
  private final int intervals;
  private final IssueLog log;
  private final Target target;
  private final Map<String, Series> kinds = new HashMap<>();
  private int line;

  /** What a series of the file holds, and the ids that had it. */
  private record Series(Optional<Kind> kind, Set<String> seen) {}

  SeriesCheck(LocalDate day, int intervals, IssueLog log, Target target) {
    this.day = day;
    this.intervals = intervals;
    this.log = log;
    this.target = target;
  }

  /** Says which line or row is read. */
  void at(int number) {
    line = number;
  }

  int line() {
    return line;
  }

  LocalDate day() {
    return day;
  }

  int intervals() {
    return intervals;
  }

  /** Whether intervals may be empty. */
  boolean gaps() {
    return target.gaps();
  }

  void report(Rule rule, Object value, String advice) {
    report(rule, "", value, advice);
  }

  void report(Rule rule, String field, Object value, String advice) {
    if (log.count() < ISSUES_MAX) {
      log.add(rule, SeriesPath.place(log.file(), line), field, value, advice);
    }
  }

  /** Reports a header that is of neither layout. */
  void unknownHeader(List<String> header) {
    report(
        Rule.FIELD_PRESENT,
        "header",
        header.size() > 3
            ? String.join(",", header.subList(0, 3)) + ",…"
            : String.join(",", header),
        "Start the file with 'id,series,1,…,%d' or 'id,start,end,series,…'.".formatted(intervals));
  }

  /** Whether the header of a wide file has the intervals of the day. */
  boolean wide(List<String> header) {
    for (int c = 2; c < header.size(); c++) {
      if (!header.get(c).equals(String.valueOf(c - 1))) {
        report(
            Rule.FIELD_KNOWN,
            "header",
            header.get(c),
            "Column %d is interval %d; give the intervals in order, and nothing else."
                .formatted(c + 1, c - 1));
        return false;
      }
    }
    if (header.size() != intervals + 2) {
      report(
          Rule.DAY_LENGTH,
          header.size() - 2 + " intervals",
          "A day has %d intervals; days of 23 or 25 hours do not exist at UTC+8."
              .formatted(intervals));
      return false;
    }
    return true;
  }

  /** Series that come interval by interval; nothing if one of them is unknown. */
  Optional<LongSeries> longSeries(List<String> names) {
    for (String name : names) {
      if (target.kind(name).isEmpty()) {
        report(Rule.FIELD_KNOWN, "header", name, "This file has no such series.");
        return Optional.empty();
      }
    }
    Set<String> once = new HashSet<>();
    for (String name : names) {
      if (!once.add(name)) {
        report(Rule.INTERVAL_ONCE, "header", name, "Two columns have this name; remove one.");
        return Optional.empty();
      }
    }
    return Optional.of(
        new LongSeries(
            this, names, names.stream().map(name -> target.kind(name).orElseThrow()).toList()));
  }

  /** What a series of an id holds; nothing if it is unknown or was given. */
  Optional<Kind> series(String id, String series) {
    Series of =
        kinds.computeIfAbsent(series, name -> new Series(target.kind(name), new HashSet<>()));
    if (of.kind().isEmpty()) {
      report(Rule.FIELD_KNOWN, "series", series, "This file has no such series.");
      return Optional.empty();
    }
    if (!of.seen().add(id)) {
      report(Rule.INTERVAL_ONCE, id, series, "The series is given twice; remove one of the rows.");
      return Optional.empty();
    }
    return of.kind();
  }

  /** Reports a row of too few or too many values. */
  void count(String id, String series, int count) {
    report(
        count < intervals ? Rule.INTERVALS_WHOLE : Rule.DAY_LENGTH,
        id,
        series,
        "Give %d values; there are %s.".formatted(intervals, count < intervals ? count : "more"));
  }

  /** Hands a whole series on. */
  void accept(String id, String series, int[] values) {
    target.accept(id, series, values, line);
  }

  /**
   * A value within the bounds of its series; 0 after reporting one that is not.
   *
   * @param value units of the last decimal, {@link DecimalCell#EMPTY} or {@link DecimalCell#BAD}
   * @param text what was given
   * @param interval from 1
   */
  int value(long value, Supplier<String> text, Kind kind, String id, int interval) {
    if (value >= kind.least() && value <= kind.measure().bound()) {
      return (int) value;
    }
    if (value == DecimalCell.EMPTY && target.gaps()) {
      return SeriesFile.GAP;
    }
    bad(value, text.get(), kind, id + " interval " + interval);
    return 0;
  }

  private void bad(long value, String text, Kind kind, String place) {
    if (value == DecimalCell.EMPTY) {
      report(Rule.INTERVALS_WHOLE, place, "", "Give a value, 0 if there was nothing.");
    } else if (value == DecimalCell.BAD && !DecimalCell.large(text, kind.measure().decimals())) {
      report(
          Rule.FIELD_TYPE,
          place,
          text,
          "Give a number with up to %d decimals.".formatted(kind.measure().decimals()));
    } else if (text.startsWith("-") && !kind.negativeAllowed()) {
      boolean energy = kind.measure() == Measure.MWH;
      report(
          energy ? Rule.ENERGY_NOT_NEGATIVE : Rule.VALUE_IN_BOUNDS,
          place,
          text,
          energy ? "The direction is in the name of the series." : "Give 0 or more.");
    } else {
      report(
          Rule.VALUE_IN_BOUNDS,
          place,
          text,
          "Check the unit: it is %s, at most %s."
              .formatted(
                  kind.measure().unit(),
                  FixedPoint.format(kind.measure().bound(), kind.measure().decimals())));
    }
  }
}
