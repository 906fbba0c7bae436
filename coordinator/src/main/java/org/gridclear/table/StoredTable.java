package org.gridclear.table;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;

/**
 * A table of results as it lies in a CSV file, read row by row with the types of its columns.
 *
 * @param name name of the file without its ending
 * @param columns its columns
 * @param file where it lies
 */
public record StoredTable(String name, List<Column> columns, Path file) {
  public StoredTable {
    columns = List.copyOf(columns);
  }

  /** Rows one after the other; to be closed. */
  public interface Lines extends Iterator<Object[]>, AutoCloseable {
    @Override
    void close();
  }

  /**
   * The table of a file.
   *
   * @param currency what money is counted in
   */
  public static StoredTable of(Path file, String currency) {
    return of(file, new ResultColumns(), currency);
  }

  static StoredTable of(Path file, ResultColumns known, String currency) {
    String name = file.getFileName().toString().replace(".csv", "");
    try (MappingIterator<String[]> lines = CsvFile.lines(file)) {
      List<String> header = List.of(lines.next());
      String[] first = lines.hasNext() ? lines.next() : new String[0];
      List<Column> columns = new ArrayList<>(known.of(name, header));
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c).withMoney(currency);
        boolean time = column.type() == Column.Type.TIME;
        boolean dated = c < first.length && isDate(first[c]);
        columns.set(c, time && !dated ? Column.text(column.name(), column.description()) : column);
      }
      return new StoredTable(name, columns, file);
    }
  }

  /** Times are dates where the case has a date. */
  private static boolean isDate(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Its rows; empty cells are null. */
  public Lines lines() {
    MappingIterator<String[]> lines = CsvFile.lines(file);
    lines.next();
    return new Lines() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public Object[] next() {
        return cells(lines.next());
      }

      @Override
      public void close() {
        lines.close();
      }
    };
  }

  /** Where a column stands, or -1 if there is none of this name. */
  public int indexOf(String column) {
    return columns.stream().map(Column::name).toList().indexOf(column);
  }

  private Object[] cells(String[] texts) {
    Object[] cells = new Object[texts.length];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = cell(columns.get(c).type(), texts[c]);
    }
    return cells;
  }

  private static @Nullable Object cell(Column.Type type, String text) {
    if (type == Column.Type.TEXT) {
      return CsvFile.original(text);
    }
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case WHOLE -> (Object) Long.valueOf(text);
      case NUMBER -> (Object) number(text);
      case FLAG -> (Object) (text.equals("1") || text.equals("true"));
      case MONEY -> new BigDecimal(text).setScale(3);
      case QUANTITY -> new BigDecimal(text).setScale(4);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalDateTime.parse(text);
      case TEXT -> throw new IllegalStateException("handled above");
    };
  }

  private static double number(String text) {
    return switch (text) {
      case "INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
