package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.report.FolderSwap;
import org.gridclear.table.StoredTable;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * The tables of a cleared case, the same as in its output folder: prices, units, flows, reserves,
 * security and all others. They lie in a folder of their own until it is closed.
 */
public final class ResultTables implements AutoCloseable {
  private static final String CSV_END = ".csv";

  private final Path folder;
  private final MarketDay day;

  private ResultTables(Path folder, MarketDay day) {
    this.folder = folder;
    this.day = day;
  }

  /**
   * A part of the rows that were asked for.
   *
   * @param table the part
   * @param total how many rows there are in all
   */
  public record Page(Table table, long total) {}

  /**
   * Writes the tables of a case.
   *
   * @throws IOException if they cannot be written; then nothing is left behind
   */
  public static ResultTables of(
      ClearingCase clearingCase, ClearingOptions options, ClearingResult result)
      throws IOException {
    Path folder = Files.createTempDirectory("gridclear-result-");
    try {
      CaseTables.write(folder, clearingCase, options, result);
    } catch (IOException | RuntimeException e) {
      FolderSwap.delete(folder);
      throw e;
    }
    return new ResultTables(folder, clearingCase.day());
  }

  /** Names of the tables that the case has. */
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

  /**
   * Rows of a table in their order.
   *
   * @throws UnknownNameException if there is no such table, zone, unit or bus
   * @throws IllegalArgumentException if the table cannot be asked so, or the period is none
   */
  public Page page(String name, ResultQuery query) throws IOException {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new UnknownNameException("table", name, names);
    }
    StoredTable table = stored(name);
    ResultRows wanted = new ResultRows(day, table, query);
    List<Object[]> rows = new ArrayList<>();
    long total = 0;
    try (StoredTable.Lines lines = table.lines()) {
      while (lines.hasNext()) {
        Object[] row = lines.next();
        if (wanted.test(row)) {
          if (total >= query.offset() && rows.size() < query.limit()) {
            rows.add(row);
          }
          total++;
        }
      }
    }
    return new Page(new Table(name, name, table.columns(), rows), total);
  }

  /** A table as it lies there, for as long as this is open. */
  public StoredTable stored(String name) {
    return StoredTable.of(folder.resolve(name + CSV_END), day.currency());
  }

  /** The case as it was cleared, packed. */
  public byte[] packedCase() throws IOException {
    return Files.readAllBytes(folder.resolve(MarketTables.CASE));
  }

  @Override
  public void close() throws IOException {
    FolderSwap.delete(folder);
  }
}
