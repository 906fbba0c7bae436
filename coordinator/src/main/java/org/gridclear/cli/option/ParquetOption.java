package org.gridclear.cli.option;

import java.util.EnumSet;
import java.util.Set;
import org.gridclear.table.TableFormat;
import picocli.CommandLine.Option;

/** Formats that tables are written in beside CSV. */
public final class ParquetOption {
  @Option(names = "--parquet", description = "Write every table as Parquet beside CSV, too.")
  private boolean parquet;

  @Option(
      names = "--xlsx",
      description = "Write all tables into one workbook, report.xlsx, beside CSV, too.")
  private boolean xlsx;

  /** The formats of tables beside CSV. */
  public Set<TableFormat> wanted() {
    Set<TableFormat> wanted = EnumSet.noneOf(TableFormat.class);
    if (parquet) {
      wanted.add(TableFormat.PARQUET);
    }
    if (xlsx) {
      wanted.add(TableFormat.XLSX);
    }
    return wanted;
  }
}
