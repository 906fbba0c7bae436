package org.gridclear.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.table.RowRange;
import org.gridclear.table.StoredTable;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * Tables of results that lie as CSV files in a folder aside, to be asked until this is closed; then
 * the folder goes.
 *
 * @param folder where they lie
 * @param currency what money is counted in
 */
public record TableFolder(Path folder, String currency) implements Closeable {
  private static final String CSV_END = ".csv";

  /** Writes tables into a folder. */
  public interface Writer {
    /** Writes them; the folder is there and empty. */
    void write(Path folder) throws IOException;
  }

  /**
   * A part of the rows that were asked for.
   *
   * @param table the part
   * @param total how many rows there are in all
   */
  public record Page(Table table, long total) {}

  /**
   * Tables that are written now.
   *
   * @throws IOException if they cannot be written; then nothing is left behind
   */
  public static TableFolder of(String currency, Writer writer) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-result-");
    try {
      writer.write(folder);
    } catch (IOException | RuntimeException e) {
      FolderSwap.delete(folder);
      throw e;
    }
    return new TableFolder(folder, currency);
  }

  /** Names of the tables. */
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CSV_END))
          .map(name -> name.substring(0, name.length() - CSV_END.length()))
          .sorted()
          .toList();
    }
  }

  /** A table as it lies there, for as long as this is open. */
  public StoredTable stored(String name) {
    return StoredTable.of(folder.resolve(name + CSV_END), currency);
  }

  /**
   * Rows of a table in their order.
   *
   * @param wanted which rows of the table are asked for
   * @param range which part of them
   * @throws UnknownNameException if there is no such table
   */
  public Page page(String name, Function<StoredTable, Predicate<Object[]>> wanted, RowRange range)
      throws IOException {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new UnknownNameException("table", name, names);
    }
    StoredTable table = stored(name);
    Predicate<Object[]> asked = wanted.apply(table);
    List<Object[]> rows = new ArrayList<>();
    long total = 0;
    try (StoredTable.Lines lines = table.lines()) {
      while (lines.hasNext()) {
        Object[] row = lines.next();
        if (asked.test(row)) {
          if (total >= range.offset() && rows.size() < range.limit()) {
            rows.add(row);
          }
          total++;
        }
      }
    }
    return new Page(new Table(name, name, table.columns(), rows), total);
  }

  @Override
  public void close() throws IOException {
    FolderSwap.delete(folder);
  }
}
