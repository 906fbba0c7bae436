package org.gridclear.settlement.folder;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A CSV with a header; every issue names file, line, column and value. */
public final class CsvTable {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
  private static final int ISSUES_MAX = 1000;

  private final IssueLog log;
  private final List<String> header;
  private final List<Row> rows = new ArrayList<>();

  /** Columns that it has to have and has not, which is said once and not of every row. */
  private final Set<String> absent = new HashSet<>();

  private CsvTable(IssueLog log, List<String> header) {
    this.log = log;
    this.header = header;
  }

  /**
   * Reads a file; one that may be absent gives an empty table.
   *
   * @param optional columns that it may have; any other is refused by name
   * @param columns columns that it has to have
   */
  public static CsvTable read(
      InputFiles files,
      String path,
      boolean mandatory,
      IssueLog log,
      List<String> optional,
      String... columns) {
    Optional<byte[]> content = files.read(path);
    if (content.isEmpty()) {
      if (mandatory) {
        log.add(Rule.FILE_READABLE, "file", "", path, "Put it into the folder.");
      }
      return new CsvTable(log, List.of());
    }
    List<String[]> lines = lines(content.get(), log);
    List<String> header =
        lines.isEmpty() ? List.of() : Arrays.stream(lines.get(0)).map(String::strip).toList();
    CsvTable table = new CsvTable(log, header);
    table.required(columns);
    table.known(List.of(columns), optional);
    for (int i = 1; i < lines.size(); i++) {
      Row row = table.new Row(i + 1, lines.get(i));
      if (lines.get(i).length > header.size()) {
        row.report(
            Rule.SYNTAX,
            "",
            lines.get(i).length + " cells",
            "Give one cell per column of the header; quote a text with a comma.");
      }
      table.rows.add(row);
    }
    return table;
  }

  private static List<String[]> lines(byte[] content, IssueLog log) {
    try (MappingIterator<String[]> all = MAPPER.readerFor(String[].class).readValues(content)) {
      return all.readAll();
    } catch (JacksonException e) {
      log.add(Rule.SYNTAX, "file", "", Json.firstLine(e.getMessage()), "Is the file cut off?");
      return List.of();
    }
  }

  /** Refuses a header without a column that it has to have. */
  private void required(String... columns) {
    for (String column : columns) {
      if (!header.contains(column)) {
        log.add(
            Rule.FIELD_PRESENT,
            "line 1",
            column,
            found(header),
            NearestName.advice(column, header));
        absent.add(column);
      }
    }
  }

  private static String found(List<String> header) {
    return header.isEmpty() ? "no header" : "absent in " + String.join(",", header);
  }

  /** Refuses columns that are no part of the format, or that come twice. */
  private void known(List<String> columns, List<String> optional) {
    List<String> all = Stream.concat(columns.stream(), optional.stream()).toList();
    for (int c = 0; c < header.size(); c++) {
      String column = header.get(c);
      if (!all.contains(column)) {
        log.add(Rule.FIELD_KNOWN, "line 1", column, column, NearestName.advice(column, all));
      } else if (header.indexOf(column) < c) {
        log.add(Rule.ID_UNIQUE, "line 1", column, column, "Remove one of the two columns.");
      }
    }
  }

  /** Its rows. */
  public List<Row> rows() {
    return rows;
  }

  /** A line of the file. */
  public final class Row {
    private final int line;
    private final String[] cells;

    Row(int line, String[] cells) {
      this.line = line;
      this.cells = cells;
    }

    /** Line of the file, from 1. */
    public int line() {
      return line;
    }

    /** Issues of the file so far. */
    public int issues() {
      return log.count();
    }

    /** Reports a cell of this row. */
    public void report(Rule rule, String column, Object value, String advice) {
      if (log.count() < ISSUES_MAX && !absent.contains(column)) {
        log.add(rule, "line " + line, column, value, advice);
      }
    }

    /** Whether the file has a column. */
    public boolean has(String column) {
      return header.contains(column);
    }

    /** Text of a cell that must be there. */
    public String text(String column) {
      String text = text(column, "");
      if (text.isEmpty()) {
        report(Rule.FIELD_PRESENT, column, "", "Give a value.");
      }
      return text;
    }

    /** Text of a cell, or what stands for an empty one. */
    public String text(String column, String byDefault) {
      int index = header.indexOf(column);
      String text = index < 0 || index >= cells.length ? "" : cells[index].strip();
      return text.isEmpty() ? byDefault : text;
    }

    /** A decimal number as a whole number of its last decimal. */
    public long number(String column, int decimals, long bound, @Nullable String byDefault) {
      String text = byDefault == null ? text(column) : text(column, byDefault);
      try {
        long value = FixedPoint.parse(text.isEmpty() ? "0" : text, decimals);
        if (Math.abs(value) <= bound) {
          return value;
        }
        report(
            Rule.VALUE_IN_BOUNDS,
            column,
            text,
            "The greatest value is %s.".formatted(FixedPoint.format(bound, decimals)));
      } catch (NumberFormatException e) {
        report(
            Rule.FIELD_TYPE,
            column,
            text,
            "Give a number with up to %d decimals.".formatted(decimals));
      } catch (ArithmeticException e) {
        report(
            Rule.VALUE_IN_BOUNDS,
            column,
            text,
            "The greatest value is %s.".formatted(FixedPoint.format(bound, decimals)));
      }
      return 0;
    }

    /** Days on which the row holds. */
    public Validity validity() {
      LocalDate from = date("from");
      LocalDate to = date("to");
      if (from != null && to != null && to.isBefore(from)) {
        report(Rule.RECORDS_APART, "to", to, "The last day is not before the first.");
      }
      return new Validity(from, to);
    }

    private @Nullable LocalDate date(String column) {
      String text = text(column, "");
      try {
        return text.isEmpty() ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        report(Rule.FIELD_TYPE, column, text, "Give a date such as 2026-10-01, or nothing.");
        return null;
      }
    }
  }
}
