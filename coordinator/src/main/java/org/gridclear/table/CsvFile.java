package org.gridclear.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gridclear.file.StoredFiles;
import org.gridclear.quantity.Horizon;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A CSV file written row by row. Numbers have the decimals of their dimension, which the end of a
 * column's name says, and neither noise behind them nor a negative zero.
 */
public final class CsvFile implements AutoCloseable {
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final ObjectReader READER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[].class);
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

  /** Column of the period whose time is told beside it. */
  private static final String PERIOD = "period";

  private final SequenceWriter writer;
  private final int[] decimals;
  private final @Nullable Horizon horizon;
  private final int period;

  /** Opens a file and writes its first line. */
  public CsvFile(Path path, String... header) {
    this(MAPPER.writer().writeValues(stored(path)), null, header);
  }

  /**
   * Opens a file with a column {@code period}, counted from 1, and writes its first line. A column
   * {@code time} is added: when the period begins.
   */
  public CsvFile(Path path, Horizon horizon, String... header) {
    this(MAPPER.writer().writeValues(stored(path)), horizon, withTime(header));
  }

  private static OutputStream stored(Path path) {
    try {
      return new BufferedOutputStream(StoredFiles.newOutputStream(path), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] withTime(String[] header) {
    String[] longer = Arrays.copyOf(header, header.length + 1);
    longer[header.length] = "time";
    return longer;
  }

  private CsvFile(SequenceWriter writer, @Nullable Horizon horizon, String... header) {
    this.writer = writer;
    this.horizon = horizon;
    this.period = List.of(header).indexOf(PERIOD);
    this.decimals = new int[header.length];
    for (int c = 0; c < header.length; c++) {
      decimals[c] = Dimension.of(header[c]).decimals();
    }
    writer.write(header);
  }

  /** A table as CSV. */
  static byte[] bytes(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] header = table.columns().stream().map(Column::name).toArray(String[]::new);
    try (CsvFile file = new CsvFile(MAPPER.writer().writeValues(bytes), null, header)) {
      table.rows().forEach(file::row);
    }
    return bytes.toByteArray();
  }

  /** Writes a line; null is an empty cell. */
  public void row(@Nullable Object... values) {
    Object[] cells = new Object[horizon == null ? values.length : values.length + 1];
    for (int c = 0; c < values.length; c++) {
      cells[c] = cell(values[c], c);
    }
    if (horizon != null) {
      boolean known = values[period] instanceof Integer;
      cells[values.length] = known ? horizon.label((int) values[period] - 1) : "";
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
   * unless it is a number. One more comes before a text that has such apostrophes itself.
   */
  static String inert(String text) {
    if (text.isEmpty() || text.charAt(0) != '\'' && FORMULA_STARTS.indexOf(text.charAt(0)) < 0) {
      return text;
    }
    return startsFormula(text.replaceFirst("^'+", "")) ? "'" + text : text;
  }

  /** A text as a cell of a table that is written by hand: quoted where it has to be. */
  public static String field(String text) {
    String cell = inert(text);
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean startsFormula(String text) {
    boolean starts = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return starts && !NUMBER.matcher(text).matches();
  }

  /** The text that {@link #inert} was given. */
  static String original(String cell) {
    boolean marked = cell.startsWith("'") && startsFormula(cell.replaceFirst("^'+", ""));
    return marked ? cell.substring(1) : cell;
  }

  /** The lines of a text in UTF-8, the header first; to be closed. */
  static MappingIterator<String[]> lines(InputStream in) {
    return READER.readValues(in);
  }

  /** The lines of a file, the header first; to be closed. */
  static MappingIterator<String[]> lines(Path path) {
    try {
      return READER.readValues(new BufferedInputStream(StoredFiles.newInputStream(path), 1 << 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a text in UTF-8 below its header, each cell as it was given. */
  public static List<List<String>> rows(byte[] content) {
    List<List<String>> rows = new ArrayList<>();
    try (MappingIterator<String[]> lines = lines(new ByteArrayInputStream(content))) {
      while (lines.hasNext()) {
        rows.add(Arrays.stream(lines.next()).map(CsvFile::original).toList());
      }
    }
    return rows.isEmpty() ? rows : rows.subList(1, rows.size());
  }

  @Override
  public void close() {
    writer.close();
  }
}
