package org.gridclear.settlement.reader;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Series of one day in CSV. Wide: {@code id,series,1,2,…,96}, a row per series. Long: {@code
 * id,start,end,series,…}, a row per interval (O-21 to O-25).
 */
final class SeriesFile {
  /** Stands for an interval without a value. */
  static final int GAP = Integer.MIN_VALUE;

  private static final int ISSUES_MAX = 1000;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LINE_FEEDS = '\n' * LOW_BITS;

  /** What a series may hold. */
  record Kind(Measure measure, boolean negativeAllowed) {
    /** Least value. */
    long least() {
      return negativeAllowed ? -measure.bound() : 0;
    }
  }

  /** Knows the series of a file and takes them. */
  interface Target {
    /** What a series holds; nothing after reporting why it is not one of the file. */
    Optional<Kind> kind(String series);

    /** Whether intervals may be empty; they come as {@link #GAP}. */
    default boolean gaps() {
      return false;
    }

    /** Takes a whole series. */
    void accept(String id, String series, int[] values, int line);
  }

  private final String path;
  private final LocalDate day;
  private final int intervals;
  private final IssueLog log;
  private final Target target;
  private final Map<String, Series> kinds = new HashMap<>();

  /** What a series of the file holds, and the ids that had it. */
  private record Series(Optional<Kind> kind, Set<String> seen) {}

  private byte[] bytes = new byte[0];
  private int line;

  /**
   * A file of series.
   *
   * @param path its path, for messages
   */
  SeriesFile(String path, LocalDate day, int intervals, IssueLog log, Target target) {
    this.path = path;
    this.day = day;
    this.intervals = intervals;
    this.log = log;
    this.target = target;
  }

  /**
   * Reads the file if it is there.
   *
   * @return false if its header was refused, so that none of its rows was read
   */
  boolean read(Optional<byte[]> content, boolean mandatory) {
    if (content.isEmpty()) {
      if (mandatory) {
        log.add(Rule.FILE_READABLE, "file", "", path, "Put it into the folder of the day.");
      }
      return true;
    }
    bytes = content.get();
    int end = endOfLine(0);
    List<String> header = Arrays.stream(text(0, end).split(",", -1)).map(String::strip).toList();
    line = 1;
    if (header.size() > 3 && header.get(1).equals("start") && header.get(2).equals("end")) {
      return longRows(header, end + 1);
    } else if (header.size() > 2 && header.get(1).equals("series")) {
      return wideRows(header, end + 1);
    }
    report(
        Rule.FIELD_PRESENT,
        "header",
        header.size() > 3
            ? String.join(",", header.subList(0, 3)) + ",…"
            : String.join(",", header),
        "Start the file with 'id,series,1,…,%d' or 'id,start,end,series,…'.".formatted(intervals));
    return false;
  }

  private void report(Rule rule, Object value, String advice) {
    report(rule, "", value, advice);
  }

  private void report(Rule rule, String field, Object value, String advice) {
    if (log.count() < ISSUES_MAX) {
      log.add(rule, "line " + line, field, value, advice);
    }
  }

  /** Place of the next line feed, looked for in eight bytes at a time. */
  private int endOfLine(int from) {
    int at = from;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long differs = (long) EIGHT.get(bytes, at) ^ LINE_FEEDS;
      long zero = (differs - LOW_BITS) & ~differs & HIGH_BITS;
      if (zero != 0) {
        return at + (Long.numberOfTrailingZeros(zero) >>> 3);
      }
    }
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private int comma(int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
  }

  private boolean wideRows(List<String> header, int from) {
    int columns = header.size();
    if (columns != intervals + 2) {
      report(
          Rule.DAY_LENGTH,
          columns - 2 + " intervals",
          "A day has %d intervals; days of 23 or 25 hours do not exist at UTC+8."
              .formatted(intervals));
      return false;
    }
    for (int t = 1; t <= intervals; t++) {
      if (!header.get(t + 1).equals(String.valueOf(t))) {
        report(
            Rule.FIELD_KNOWN,
            "header",
            header.get(t + 1),
            "Column %d is interval %d; give the intervals in order.".formatted(t + 2, t));
        return false;
      }
    }
    for (int at = from; at < bytes.length; ) {
      int end = endOfLine(at);
      line++;
      if (end > at + 1 || (end > at && bytes[at] != '\r')) {
        wideRow(at, end);
      }
      at = end + 1;
    }
    return true;
  }

  private void wideRow(int from, int end) {
    int first = comma(from, end);
    int second = comma(Math.min(first + 1, end), end);
    String id = text(from, first);
    String series = second > first ? text(Math.min(first + 1, end), second) : "";
    Series of =
        kinds.computeIfAbsent(series, name -> new Series(target.kind(name), new HashSet<>()));
    if (of.kind().isEmpty()) {
      report(Rule.FIELD_KNOWN, "series", series, "This file has no such series.");
      return;
    }
    if (!of.seen().add(id)) {
      report(Rule.INTERVAL_ONCE, id, series, "The series is given twice; remove one of the rows.");
      return;
    }
    int[] values = new int[intervals];
    Kind kind = of.kind().get();
    int decimals = kind.measure().decimals();
    long bound = kind.measure().bound();
    long least = kind.least();
    int at = second + 1;
    int count = 0;
    for (; count < intervals && at <= end; count++) {
      long cell = PlainCell.parse(bytes, at, end, decimals, least, bound);
      int next = at + PlainCell.length(cell);
      if (cell != PlainCell.OTHER) {
        values[count] = PlainCell.value(cell);
      } else {
        next = comma(at, end);
        values[count] = value(at, next, kind, id, count + 1);
      }
      at = next + 1;
    }
    if (count < intervals || at <= end) {
      report(
          count < intervals ? Rule.INTERVALS_WHOLE : Rule.DAY_LENGTH,
          id,
          series,
          "Give %d values; there are %s.".formatted(intervals, count < intervals ? count : "more"));
      return;
    }
    target.accept(id, series, values, line);
  }

  private int value(int from, int to, Kind kind, String id, int interval) {
    long value = DecimalCell.parse(bytes, from, to, kind.measure().decimals());
    if (value >= kind.least() && value <= kind.measure().bound()) {
      return (int) value;
    }
    if (value == DecimalCell.EMPTY && target.gaps()) {
      return GAP;
    }
    bad(value, text(from, to), kind, id + " interval " + interval);
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
      report(Rule.ENERGY_NOT_NEGATIVE, place, text, "The direction is in the name of the series.");
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

  /** Values of a series that comes interval by interval. */
  private record Growing(int[] values, BitSet given, int line) {}

  private boolean longRows(List<String> header, int from) {
    List<String> series = header.subList(3, header.size());
    for (String name : series) {
      if (target.kind(name).isEmpty()) {
        report(Rule.FIELD_KNOWN, "header", name, "This file has no such series.");
        return false;
      }
    }
    Map<String, Growing> growing = new LinkedHashMap<>();
    for (int at = from; at < bytes.length; ) {
      int end = endOfLine(at);
      line++;
      if (!text(at, end).isEmpty()) {
        longRow(text(at, end).split(",", -1), series, growing);
      }
      at = end + 1;
    }
    growing.forEach(
        (key, each) -> {
          line = each.line;
          int gap = each.given.nextClearBit(0);
          String[] names = key.split(",", 2);
          if (gap < intervals && target.gaps()) {
            IntStream.range(0, intervals)
                .filter(t -> !each.given.get(t))
                .forEach(t -> each.values[t] = GAP);
            target.accept(names[0], names[1], each.values, each.line);
          } else if (gap < intervals) {
            report(
                Rule.INTERVALS_WHOLE,
                names[0],
                names[1],
                "Interval %d is missing, %d of %d are given."
                    .formatted(gap + 1, each.given.cardinality(), intervals));
          } else {
            target.accept(names[0], names[1], each.values, each.line);
          }
        });
    return true;
  }

  private void longRow(String[] cells, List<String> series, Map<String, Growing> growing) {
    if (cells.length != series.size() + 3) {
      report(Rule.SYNTAX, cells.length + " cells", "Give one cell per column of the header.");
      return;
    }
    int interval = interval(cells[1].strip(), cells[2].strip());
    for (int s = 0; s < series.size() && interval >= 0; s++) {
      String name = series.get(s);
      Growing each =
          growing.computeIfAbsent(
              cells[0].strip() + "," + name,
              key -> new Growing(new int[intervals], new BitSet(), line));
      if (each.given.get(interval)) {
        report(
            Rule.INTERVAL_ONCE,
            cells[0],
            cells[1],
            "The interval of this series was given before.");
        return;
      }
      each.given.set(interval);
      byte[] cell = cells[s + 3].getBytes(StandardCharsets.UTF_8);
      byte[] file = bytes;
      bytes = cell;
      each.values[interval] =
          value(0, cell.length, target.kind(name).orElseThrow(), cells[0].strip(), interval + 1);
      bytes = file;
    }
  }

  private int interval(String start, String end) {
    long minutes = 24L * 60 / intervals;
    try {
      LocalDateTime from = LocalDateTime.parse(start);
      LocalDateTime to = LocalDateTime.parse(end);
      long offset = Duration.between(day.atStartOfDay(), from).toMinutes();
      if (offset < 0
          || offset >= 24 * 60
          || !to.equals(from.plusMinutes(minutes))
          || offset % minutes != 0) {
        report(
            Rule.DAY_LENGTH,
            "start",
            start + " to " + end,
            "Give the %d-minute intervals of %s.".formatted(minutes, day));
        return -1;
      }
      return (int) (offset / minutes);
    } catch (DateTimeParseException e) {
      report(Rule.FIELD_TYPE, "start", start, "Give a time such as 2026-10-01T00:15.");
      return -1;
    }
  }
}
