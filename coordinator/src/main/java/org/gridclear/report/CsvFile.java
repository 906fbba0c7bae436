package org.gridclear.report;

import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/** A CSV file written row by row; numbers are written so that they read back exactly. */
public final class CsvFile implements AutoCloseable {
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private final SequenceWriter writer;

  /** Opens a file and writes its first line. */
  public CsvFile(Path path, String... header) {
    writer = MAPPER.writer().writeValues(path);
    row((Object[]) header);
  }

  /** Writes a line; null is an empty cell. */
  public void row(Object... values) {
    Object[] cells = values.clone();
    for (int c = 0; c < cells.length; c++) {
      // An empty text and not null, which at the end of a row would cut the row short.
      cells[c] = cells[c] == null ? "" : cells[c] instanceof String text ? inert(text) : cells[c];
    }
    writer.write(cells);
  }

  /**
   * A text that no spreadsheet takes for a formula: an apostrophe comes before what starts one,
   * unless it is a number.
   */
  static String inert(String text) {
    boolean starts = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return starts && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  @Override
  public void close() {
    writer.close();
  }
}
