package org.gridclear.report.clearing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.report.TableFolder;
import org.gridclear.table.StoredTable;

/**
 * The tables of a cleared case, the same as in its output folder: prices, units, flows, reserves,
 * security and all others. They lie in a folder of their own until it is closed.
 */
public final class ResultTables implements Closeable {
  private final TableFolder tables;
  private final MarketDay day;

  private ResultTables(TableFolder tables, MarketDay day) {
    this.tables = tables;
    this.day = day;
  }

  /**
   * Writes the tables of a case.
   *
   * @throws IOException if they cannot be written; then nothing is left behind
   */
  public static ResultTables of(
      ClearingCase clearingCase, ClearingOptions options, ClearingResult result)
      throws IOException {
    MarketDay day = clearingCase.day();
    return new ResultTables(
        TableFolder.of(
            day.currency(), folder -> CaseTables.write(folder, clearingCase, options, result)),
        day);
  }

  /** Names of the tables that the case has. */
  public List<String> names() throws IOException {
    return tables.names();
  }

  /**
   * Rows of a table in their order.
   *
   * @throws UnknownNameException if there is no such table, zone, unit or bus
   * @throws IllegalArgumentException if the table cannot be asked so, or the period is none
   */
  public TableFolder.Page page(String name, ResultQuery query) throws IOException {
    return tables.page(name, table -> new ResultRows(day, table, query), query.range());
  }

  /** A table as it lies there, for as long as this is open. */
  public StoredTable stored(String name) {
    return tables.stored(name);
  }

  /** The case as it was cleared, packed. */
  public byte[] packedCase() throws IOException {
    return StoredFiles.readAllBytes(tables.folder().resolve(MarketTables.CASE));
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }
}
