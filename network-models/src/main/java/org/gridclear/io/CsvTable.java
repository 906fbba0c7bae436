package org.gridclear.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A CSV file with a header. It keeps account of the columns that were asked for, so that the others
 * can be noticed.
 */
public final class CsvTable {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private final String name;
  private final IssueLog log;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private CsvTable(String name, IssueLog log) {
    this.name = name;
    this.log = log;
  }

  /**
   * Reads a file. What is wrong with it is reported; the table then has the rows that are right.
   *
   * @param file where it lies
   * @param log takes the issues
   */
  public static CsvTable read(Path file, IssueLog log) {
    CsvTable table = new CsvTable(file.getFileName().toString(), log);
    try (MappingIterator<String[]> lines =
        MAPPER.readerFor(String[].class).readValues(StoredFiles.readAllBytes(file))) {
      table.fill(lines.readAll());
    } catch (JacksonException | IOException e) {
      log.add(
          Rule.SYNTAX, table.name, "", Json.firstLine(e.getMessage()), "Give CSV with a header.");
    }
    return table;
  }

  private void fill(List<String[]> lines) {
    if (lines.isEmpty()) {
      log.add(Rule.SYNTAX, name, "", "empty", "Give CSV with a header.");
      return;
    }
    String[] header = lines.get(0);
    for (int c = 0; c < header.length; c++) {
      String column = (c == 0 ? header[c].replaceFirst("^\uFEFF", "") : header[c]).strip();
      if (columns.put(column, c) != null) {
        log.add(Rule.ID_UNIQUE, name, "header", column, "Give each column its own name.");
      }
    }
    for (int r = 1; r < lines.size(); r++) {
      String[] cells = lines.get(r);
      if (cells.length == header.length) {
        rows.add(new Row(r + 1, cells));
      } else if (cells.length != 1 || !cells[0].isBlank()) {
        log.add(
            Rule.SERIES_LENGTH,
            name + " line " + (r + 1),
            "",
            cells.length + " fields",
            "The header has %d.".formatted(header.length));
      }
    }
  }

  /** Name of the file. */
  public String name() {
    return name;
  }

  /** Names of the columns in the order of the file. */
  public Set<String> columns() {
    return new LinkedHashSet<>(columns.keySet());
  }

  /** The rows in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * Notes every column that was not asked for and holds something, with the count of its rows.
   *
   * @param kind what a row is, such as {@code generator}
   * @param idColumn the column that names a row
   * @param effect what it means, a sentence
   */
  public void noticeRest(String kind, String idColumn, String effect) {
    known.add(idColumn);
    for (String column : columns.keySet()) {
      if (!known.contains(column)) {
        for (Row row : rows) {
          String value = row.cell(column);
          if (!value.isEmpty()) {
            log.notice(Rule.FIELD_USED, kind, row.cell(idColumn), column, value, effect);
          }
        }
      }
    }
  }

  /** One row below the header. An empty cell and {@code NA} count as not given. */
  public final class Row {
    private final int line;
    private final String[] cells;

    private Row(int line, String[] cells) {
      this.line = line;
      this.cells = cells;
    }

    private String cell(String column) {
      Integer index = columns.get(column);
      String text = index == null ? "" : cells[index].strip();
      return text.equals("NA") ? "" : text;
    }

    private String ask(String column) {
      known.add(column);
      return cell(column);
    }

    /** Notices a column of this row that was not asked for, as a column of the file. */
    public void noticeUnasked(String column, String effect) {
      if (!known.contains(column)) {
        log.notice(Rule.FIELD_USED, "file", name, column, cell(column), effect);
      }
    }

    /** Where it stands, for messages. */
    public String place() {
      return name + " line " + line;
    }

    /** Whether the cell holds something. */
    public boolean has(String column) {
      return !ask(column).isEmpty();
    }

    /** A text that may be absent. */
    public String text(String column, String byDefault) {
      String value = ask(column);
      return value.isEmpty() ? byDefault : value;
    }

    /** A mandatory text. */
    public String text(String column) {
      String value = ask(column);
      if (value.isEmpty()) {
        log.add(Rule.FIELD_PRESENT, place(), column, "absent", "Give a value.");
      }
      return value;
    }

    /** A number that may be absent. */
    public double number(String column, double byDefault) {
      return has(column) ? number(column) : byDefault;
    }

    /** A mandatory finite number; 0 where it is not one, which is reported. */
    public double number(String column) {
      String value = text(column);
      if (value.isEmpty()) {
        return 0;
      }
      if (value.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
        double number = Double.parseDouble(value);
        if (Double.isFinite(number)) {
          return number;
        }
      }
      log.add(Rule.NUMBER_FINITE, place(), column, value, "Give a finite number.");
      return 0;
    }

    /** A mandatory whole number, as MATPOWER's and RTS-GMLC's bus numbers; also {@code 101.0}. */
    public String id(String column) {
      return text(column).replaceFirst("^(\\d+)\\.0+$", "$1");
    }
  }
}
