package org.gridclear.settlement.correction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.DayIntervals;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * A correction of delivered files, as typed rows that are merged by key: series by meter (or
 * entity, contract, price point) and interval, readings by register, exchanges, events, records of
 * the registry by id and first day. What a correction does not name stays.
 */
public final class Correction {
  private static final String COMMON_CURVES = "curves.csv";
  private static final List<String> HEADER =
      List.of("file", "key", "field", "action", "before", "after");

  private final InputFiles files;
  private final SettlementMonth month;
  private final List<IssueLog> logs = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, byte[]> merged = new TreeMap<>();

  private Correction(InputFiles files, SettlementMonth month) {
    this.files = files;
    this.month = month;
  }

  /**
   * What a correction comes to.
   *
   * @param files the files that it changed, whole, by path
   * @param changes every value that it changed
   */
  public record Merged(Map<String, byte[]> files, List<Change> changes) {
    /** Keys that were changed: file, name and field. */
    public TreeSet<String> keys() {
      TreeSet<String> keys = new TreeSet<>();
      changes.forEach(c -> keys.add(key(c.path(), c.key(), c.field())));
      return keys;
    }

    /** The changes as CSV: file, key, field, action, before, after. */
    public byte[] table() {
      CsvRows rows = new CsvRows(HEADER, new ArrayList<>());
      changes.forEach(
          c ->
              rows.rows()
                  .add(
                      List.of(
                          c.path(),
                          c.key(),
                          c.field(),
                          c.action().label(),
                          c.before(),
                          c.after())));
      return rows.bytes();
    }
  }

  private static String key(String path, String key, String field) {
    return path + " " + key + " " + field;
  }

  /** The keys in a table that {@link Merged#table} wrote. */
  public static TreeSet<String> keys(byte[] table) {
    CsvRows rows = CsvRows.read(table, new IssueLog("corrections.csv"));
    TreeSet<String> keys = new TreeSet<>();
    rows.rows().forEach(row -> keys.add(key(row.get(0), row.get(1), row.get(2))));
    return keys;
  }

  /**
   * Dates that a correction has files of.
   *
   * @throws InvalidInputException if it is empty, or has a file that is no part of a settlement
   */
  public static List<LocalDate> dates(InputFiles files, SettlementMonth month) {
    Correction correction = new Correction(files, month);
    correction.names();
    correction.throwIfErrors();
    return files.paths().stream()
        .flatMap(path -> Layout.date(path).stream())
        .map(LocalDate::parse)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Merges a correction into the files of a month.
   *
   * @throws InvalidInputException with every issue, if it cannot be merged as a whole
   */
  public static Merged merge(InputFiles base, InputFiles files, SettlementMonth month) {
    Correction correction = new Correction(files, month);
    correction.names();
    correction.throwIfErrors();
    for (String path : files.paths()) {
      correction.file(path, base);
    }
    correction.throwIfErrors();
    return new Merged(correction.merged, List.copyOf(correction.changes));
  }

  /**
   * Ids that a file of a correction names: meters, entities, contracts or price points.
   *
   * @param path its path
   * @throws IllegalArgumentException if a correction has no such file, or one that cannot be read
   */
  public static Set<String> ids(InputFiles files, SettlementMonth month, String path) {
    Layout layout =
        Layout.of(path).orElseThrow(() -> new IllegalArgumentException("There is no " + path));
    IssueLog log = new IssueLog(path);
    byte[] content = files.read(path).orElse(new byte[0]);
    Set<String> ids = new TreeSet<>();
    if (layout.kind() == Layout.Kind.SERIES) {
      for (String key : SeriesRows.read(content, intervalsOf(month, path), log).rows().keySet()) {
        ids.add(key.substring(0, key.indexOf(',')));
      }
    } else {
      CsvRows rows = CsvRows.read(content, log);
      rows.rows().forEach(row -> ids.add(rows.cell(row, layout.key().get(0))));
    }
    if (log.hasErrors()) {
      throw new IllegalArgumentException(path + " cannot be read");
    }
    return ids;
  }

  private IssueLog log(String path) {
    IssueLog log = new IssueLog(path.isEmpty() ? files.place() : "correction " + path);
    logs.add(log);
    return log;
  }

  private void throwIfErrors() {
    if (logs.stream().anyMatch(IssueLog::hasErrors)) {
      List<Issue> issues = logs.stream().flatMap(log -> log.issues().stream()).toList();
      throw new InvalidInputException(issues);
    }
  }

  private void names() {
    IssueLog log = log("");
    if (files.paths().isEmpty()) {
      log.add(
          Rule.CORRECTION_NAMES,
          "correction",
          "",
          "no file",
          "Put the corrected rows into files named like the delivered ones.");
    }
    for (String path : files.paths()) {
      if (path.endsWith("rules.yaml")) {
        log.add(Rule.FIELD_KNOWN, "file", "", path, "A book is corrected by itself, with --book.");
      } else if (Layout.of(path).isEmpty()) {
        log.add(Rule.FIELD_KNOWN, "file", "", path, NearestName.advice(path, Layout.names()));
      } else {
        Layout.date(path).ifPresent(date -> day(date, path, log));
      }
    }
  }

  private void day(String text, String path, IssueLog log) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.isBefore(month.date(1)) || date.isAfter(month.date(month.days()))) {
        log.add(
            Rule.FIELD_KNOWN,
            "file",
            "",
            path,
            "%s is no day of %s that was settled.".formatted(date, month.month()));
      }
    } catch (DateTimeParseException e) {
      log.add(Rule.FIELD_TYPE, "file", "", path, "Name the folder by a date such as 2026-10-05.");
    }
  }

  private void file(String path, InputFiles base) {
    Layout layout = Layout.of(path).orElseThrow();
    IssueLog log = log(path);
    byte[] content = files.read(path).orElse(new byte[0]);
    int before = changes.size();
    if (layout.kind() == Layout.Kind.SERIES) {
      SeriesRows correction = SeriesRows.read(content, intervalsOf(month, path), log);
      notEmpty(correction.rows().size(), log);
      SeriesRows rows = SeriesRows.read(bytes(base, path), intervalsOf(month, path), log);
      new SeriesMerge(path, rows, common(base, path, log), registers(base, path), log, changes)
          .merge(correction);
      keep(path, before, rows::bytes);
    } else {
      CsvRows correction = CsvRows.read(content, log);
      notEmpty(correction.rows().size(), log);
      CsvRows rows = CsvRows.read(bytes(base, path), log);
      new RecordMerge(path, layout, rows, intervals(base, path), log, changes).merge(correction);
      keep(path, before, rows::bytes);
    }
  }

  /** Intervals of the day of a file; one that holds on all days names those of the first. */
  private static DayIntervals intervalsOf(SettlementMonth month, String path) {
    try {
      LocalDate day = Layout.date(path).map(LocalDate::parse).orElse(month.date(1));
      return new DayIntervals(day, month.intervals());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("There is no day of " + path, e);
    }
  }

  private void keep(String path, int changesBefore, java.util.function.Supplier<byte[]> bytes) {
    if (changes.size() > changesBefore) {
      merged.put(path, bytes.get());
    }
  }

  private static void notEmpty(int rows, IssueLog log) {
    if (rows == 0 && !log.hasErrors()) {
      log.add(Rule.CORRECTION_NAMES, "file", "", "no row", "Give rows, or leave the file out.");
    }
  }

  /** A file of the base as this correction has left it so far. */
  private byte[] bytes(InputFiles base, String path) {
    return merged.containsKey(path) ? merged.get(path) : base.read(path).orElse(new byte[0]);
  }

  /** Curves of contracts that hold on all days stand behind those of a day. */
  private Map<String, SeriesRows.Row> common(InputFiles base, String path, IssueLog log) {
    return path.startsWith("days/") && path.endsWith("/curves.csv")
        ? SeriesRows.read(bytes(base, COMMON_CURVES), intervalsOf(month, COMMON_CURVES), log).rows()
        : Map.of();
  }

  /**
   * For meters: registers of the same day, which are withdrawn where intervals take their place.
   */
  private SeriesMerge.Elsewhere registers(InputFiles base, String path) {
    if (!path.startsWith("days/") || !path.endsWith("/meters.csv")) {
      return SeriesMerge.Elsewhere.NOWHERE;
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return new SeriesMerge.Elsewhere() {
      @Override
      public boolean has(String id, String series) {
        return !records(base, folder + "registers.csv", id, series).isEmpty();
      }

      @Override
      public void withdraw(String id, String series) {
        for (String name : List.of("registers.csv", "exchanges.csv")) {
          takeAway(base, folder + name, id, series);
        }
      }
    };
  }

  private List<List<String>> records(InputFiles base, String path, String id, String series) {
    CsvRows rows = CsvRows.read(bytes(base, path), new IssueLog(path));
    return rows.rows().stream().filter(row -> is(rows, row, id, series)).toList();
  }

  private static boolean is(CsvRows rows, List<String> row, String id, String series) {
    String given = rows.cell(row, "series");
    return rows.cell(row, "meter").equals(id)
        && (given.isEmpty() ? "forwardMwh" : given).equals(series);
  }

  private void takeAway(InputFiles base, String path, String id, String series) {
    IssueLog log = new IssueLog(path);
    CsvRows rows = CsvRows.read(bytes(base, path), log);
    int before = changes.size();
    RecordMerge merge =
        new RecordMerge(
            path, Layout.of(path).orElseThrow(), rows, SeriesMerge.Elsewhere.NOWHERE, log, changes);
    rows.rows().stream().filter(row -> is(rows, row, id, series)).toList().forEach(merge::withdraw);
    keep(path, before, rows::bytes);
  }

  /** For registers: series of the same day, which are withdrawn where readings take their place. */
  private SeriesMerge.Elsewhere intervals(InputFiles base, String path) {
    if (!path.endsWith("/registers.csv")) {
      return SeriesMerge.Elsewhere.NOWHERE;
    }
    String meters = path.replace("registers.csv", "meters.csv");
    return new SeriesMerge.Elsewhere() {
      @Override
      public boolean has(String id, String series) {
        return read().rows().containsKey(SeriesRows.key(id, series));
      }

      private SeriesRows read() {
        return SeriesRows.read(
            bytes(base, meters), intervalsOf(month, meters), new IssueLog(meters));
      }

      @Override
      public void withdraw(String id, String series) {
        SeriesRows rows = read();
        SeriesRows.Row row = rows.rows().remove(SeriesRows.key(id, series));
        String[] cells = row.cells();
        for (int t = 0; t < cells.length; t++) {
          changes.add(
              new Change(
                  meters, id + " " + series, String.valueOf(t + 1), Action.WITHDRAW, cells[t], ""));
        }
        merged.put(meters, rows.bytes());
      }
    };
  }
}
