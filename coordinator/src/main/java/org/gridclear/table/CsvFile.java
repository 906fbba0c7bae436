package org.gridclear.table;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/**
 * A CSV file written row by row. Numbers have the decimals of their dimension, which the end of a
 * column's name says, and neither noise behind them nor a negative zero.
 */
public final class CsvFile implements AutoCloseable {
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  private final SequenceWriter writer;
  private final int[] decimals;

  /** Opens a file and writes its first line. */
  public CsvFile(Path path, String... header) {
    this(MAPPER.writer().writeValues(path), header);
  }

  private CsvFile(SequenceWriter writer, String... header) {
    this.writer = writer;
    this.decimals = new int[header.length];
    for (int c = 0; c < header.length; c++) {
      decimals[c] = Dimension.of(header[c]).decimals();
    }
    row((Object[]) header);
  }

  /** A table as CSV. */
  static byte[] bytes(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] header = table.columns().stream().map(Column::name).toArray(String[]::new);
    try (CsvFile file = new CsvFile(MAPPER.writer().writeValues(bytes), header)) {
      table.rows().forEach(file::row);
    }
    return bytes.toByteArray();
  }

  /** Writes a line; null is an empty cell. */
  public void row(Object... values) {
    Object[] cells = new Object[values.length];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cell(values[c], c);
    }
    writer.write(cells);
  }

  private Object cell(Object value, int column) {
    if (value == null) {
      // An empty text and not null, which at the end of a row would cut the row short.
      return "";
    }
    if (value instanceof Double number) {
      return NumberText.of(number, column < decimals.length ? decimals[column] : 0);
    }
    return value instanceof String text ? inert(text) : value;
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
