package org.gridclear.settlement.correction;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.DayIntervals;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Series of intervals as cells, by id and series; written a row per series. */
final class SeriesRows {
  /**
   * A row of a correction.
   *
   * @param line line of the file
   * @param action what is said to be done; empty if nothing is said
   * @param cells values by interval, empty where there is none
   */
  record Row(int line, String action, String[] cells) {
    Row(int line, String action, int intervals) {
      this(line, action, new String[intervals]);
      Arrays.fill(cells, "");
    }

    /** Whether it gives every interval. */
    boolean whole() {
      return Arrays.stream(cells).noneMatch(String::isEmpty);
    }

    /** Whether it gives no interval. */
    boolean empty() {
      return Arrays.stream(cells).allMatch(String::isEmpty);
    }
  }

  private final DayIntervals day;
  private final int intervals;
  private final IssueLog log;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private String idColumn = "id";

  private SeriesRows(DayIntervals day, IssueLog log) {
    this.day = day;
    this.intervals = day.count();
    this.log = log;
  }

  /** Reads a file, wide or long; what is wrong with it goes to the log. */
  static SeriesRows read(byte[] content, DayIntervals day, IssueLog log) {
    SeriesRows series = new SeriesRows(day, log);
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
    if (header.size() > 1) {
      series.idColumn = header.get(0);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        series.line(header, cells(lines.get(i)), i + 1);
      }
    }
    return series;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private void line(List<String> header, List<String> cells, int line) {
    if (cells.size() != header.size()) {
      report(Rule.SYNTAX, line, "", cells.size() + " cells", "Give one cell per column.");
    } else if (header.contains("series")) {
      wide(header, cells, line);
    } else if (header.contains("start") && header.contains("end")) {
      tall(header, cells, line);
    } else {
      report(
          Rule.FIELD_PRESENT,
          1,
          "header",
          String.join(",", header.subList(0, Math.min(3, header.size()))),
          "Start the file with 'id,series,1,…,%d' or 'id,start,end,series,…'."
              .formatted(intervals));
    }
  }

  private void report(Rule rule, int line, String field, String value, String advice) {
    if (log.count() < 20) {
      log.add(rule, "line " + line, field, value, advice);
    }
  }

  private void wide(List<String> header, List<String> cells, int line) {
    String series = cells.get(header.indexOf("series"));
    String action = header.contains("action") ? cells.get(header.indexOf("action")) : "";
    Row row = new Row(line, action, intervals);
    for (int c = 1; c < header.size(); c++) {
      String column = header.get(c);
      if (column.equals("series") || column.equals("action")) {
        continue;
      }
      if (!column.matches("[1-9]\\d{0,2}") || Integer.parseInt(column) > intervals) {
        report(
            Rule.FIELD_KNOWN,
            1,
            "header",
            column,
            "Give 'series', 'action' or an interval from 1 to %d.".formatted(intervals));
        return;
      }
      if (header.indexOf(column) != c) {
        report(Rule.INTERVAL_ONCE, 1, "header", column, "Two columns have this name; remove one.");
        return;
      }
      if (!cells.get(c).isEmpty()) {
        row.cells()[Integer.parseInt(column) - 1] = cells.get(c);
      }
    }
    if (rows.putIfAbsent(key(cells.get(0), series), row) != null) {
      report(Rule.INTERVAL_ONCE, line, cells.get(0), series, "The series is given twice.");
    }
  }

  private void tall(List<String> header, List<String> cells, int line) {
    int interval =
        interval(cells.get(header.indexOf("start")), cells.get(header.indexOf("end")), line);
    String action = header.contains("action") ? cells.get(header.indexOf("action")) : "";
    for (int c = 1; c < header.size() && interval >= 0; c++) {
      String series = header.get(c);
      if (List.of("start", "end", "action").contains(series) || cells.get(c).isEmpty()) {
        continue;
      }
      Row row =
          rows.computeIfAbsent(key(cells.get(0), series), key -> new Row(line, action, intervals));
      if (!row.action().equals(action)) {
        report(Rule.FIELD_KNOWN, line, "action", action, "Give a series one action in all rows.");
      }
      if (!row.cells()[interval].isEmpty()) {
        report(Rule.INTERVAL_ONCE, line, cells.get(0), series, "The interval was given before.");
      }
      row.cells()[interval] = cells.get(c);
    }
  }

  private int interval(String start, String end, int line) {
    try {
      OptionalInt interval = day.of(LocalDateTime.parse(start), LocalDateTime.parse(end));
      if (interval.isPresent()) {
        return interval.getAsInt();
      }
      report(Rule.DAY_LENGTH, line, "start", start + " to " + end, day.advice());
    } catch (DateTimeParseException e) {
      report(Rule.FIELD_TYPE, line, "start", start, "Give a time such as 2026-10-01T00:15.");
    }
    return -1;
  }

  static String key(String id, String series) {
    return id + "," + series;
  }

  /** Rows by id and series. */
  Map<String, Row> rows() {
    return rows;
  }

  int intervals() {
    return intervals;
  }

  /** The file again, a row per series. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(idColumn).append(",series,");
    text.append(
            IntStream.rangeClosed(1, intervals)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",")))
        .append('\n');
    rows.forEach(
        (key, row) -> {
          List<String> cells = new ArrayList<>(List.of(key.split(",", -1)));
          cells.addAll(List.of(row.cells()));
          text.append(String.join(",", cells)).append('\n');
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
