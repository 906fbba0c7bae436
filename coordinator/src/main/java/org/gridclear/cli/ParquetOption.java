package org.gridclear.cli;

import picocli.CommandLine.Option;

/** Whether tables are written as Parquet, too. */
final class ParquetOption {
  @Option(names = "--parquet", description = "Write every table as Parquet beside CSV, too.")
  private boolean parquet;

  boolean wanted() {
    return parquet;
  }
}
