package org.gridclear.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.MappingIterator;

/**
 * What the columns of result tables are, by table and name: the file {@code table/columns.csv}. A
 * column of the table {@code *} is the same in every table.
 */
public final class ResultColumns {
  private static final String FILE = "/table/columns.csv";
  private static final String EVERY_TABLE = "*";

  /**
   * A column as the file has it.
   *
   * @param type name of a {@link Column.Type}, or {@code time} for what is a date only where the
   *     case has one
   */
  private record Entry(String type, String description) {}

  private final Map<String, Entry> entries = new HashMap<>();

  /** Reads the file. */
  public ResultColumns() {
    try (InputStream in = ResultColumns.class.getResourceAsStream(FILE);
        MappingIterator<String[]> lines = CsvFile.lines(in)) {
      lines.next();
      while (lines.hasNext()) {
        String[] cells = lines.next();
        entries.put(cells[0] + "," + cells[1], new Entry(cells[2], cells[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns of a table; one that is not in the file is a text without a description. */
  public List<Column> of(String table, List<String> names) {
    return names.stream().map(name -> column(table, name)).toList();
  }

  private Column column(String table, String name) {
    Entry entry = entries.get(table + "," + name);
    entry = entry != null ? entry : entries.get(EVERY_TABLE + "," + name);
    return entry == null
        ? Column.text(name, "")
        : new Column(
            name, Column.Type.valueOf(entry.type().toUpperCase(Locale.ROOT)), entry.description());
  }
}
