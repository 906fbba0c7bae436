package org.gridclear.settlement.reader;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.table.DecimalCell;
import org.gridclear.settlement.table.PlainCell;
import org.gridclear.settlement.table.SeriesTable;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Series of one day in CSV or Parquet. Wide: {@code id,series,1,2,…,96}, a row per series. Long:
 * {@code id,start,end,series,…}, a row per interval (O-21 to O-25).
 */
final class SeriesFile {
  /** Stands for an interval without a value. */
  static final int GAP = Integer.MIN_VALUE;

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
  private final int intervals;
  private final IssueLog log;
  private final SeriesCheck check;
  private byte[] bytes = new byte[0];

  /**
   * A file of series.
   *
   * @param path its path, for messages
   */
  SeriesFile(String path, LocalDate day, int intervals, IssueLog log, Target target) {
    this.path = path;
    this.intervals = intervals;
    this.log = log;
    this.check = new SeriesCheck(day, intervals, log, target);
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
    if (path.endsWith(SeriesTable.SUFFIX)) {
      return new SeriesColumns(check, log, intervals).read(content.get());
    }
    bytes = content.get();
    int end = endOfLine(0);
    List<String> header = Arrays.stream(text(0, end).split(",", -1)).map(String::strip).toList();
    check.at(1);
    if (header.size() > 3 && header.get(1).equals("start") && header.get(2).equals("end")) {
      return longRows(header, end + 1);
    } else if (header.size() > 2 && header.get(1).equals("series")) {
      return wideRows(header, end + 1);
    }
    check.unknownHeader(header);
    return false;
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
    if (!check.wide(header)) {
      return false;
    }
    int line = 1;
    for (int at = from; at < bytes.length; ) {
      int end = endOfLine(at);
      check.at(++line);
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
    Optional<Kind> known = check.series(id, series);
    if (known.isEmpty()) {
      return;
    }
    int[] values = new int[intervals];
    Kind kind = known.get();
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
      check.count(id, series, count);
      return;
    }
    check.accept(id, series, values);
  }

  private int value(int from, int to, Kind kind, String id, int interval) {
    long value = DecimalCell.parse(bytes, from, to, kind.measure().decimals());
    return check.value(value, () -> text(from, to), kind, id, interval);
  }

  private boolean longRows(List<String> header, int from) {
    List<String> series = header.subList(3, header.size());
    Optional<LongSeries> rows = check.longSeries(series);
    if (rows.isEmpty()) {
      return false;
    }
    int line = 1;
    for (int at = from; at < bytes.length; ) {
      int end = endOfLine(at);
      check.at(++line);
      if (!text(at, end).isEmpty()) {
        longRow(text(at, end).split(",", -1), series.size(), rows.get());
      }
      at = end + 1;
    }
    rows.get().finish();
    return true;
  }

  private void longRow(String[] cells, int series, LongSeries rows) {
    if (cells.length != series + 3) {
      check.report(Rule.SYNTAX, cells.length + " cells", "Give one cell per column of the header.");
      return;
    }
    rows.row(
        cells[0].strip(),
        cells[1].strip(),
        cells[2].strip(),
        (s, kind, interval) -> {
          byte[] cell = cells[s + 3].getBytes(StandardCharsets.UTF_8);
          byte[] file = bytes;
          bytes = cell;
          int value = value(0, cell.length, kind, cells[0].strip(), interval + 1);
          bytes = file;
          return value;
        });
  }
}
