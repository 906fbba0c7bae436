package org.gridclear.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a table is written. */
public enum TableFormat {
  /** Aligned text for people. */
  TABLE,
  /** Comma-separated values with a header, UTF-8. */
  CSV,
  /** A list of objects, one per row, with the names of the columns. */
  JSON,
  /** Apache Parquet with typed columns. */
  PARQUET,
  /** A workbook with one sheet. */
  XLSX;

  /** Whether it is of bytes, which are not for a terminal. */
  public boolean binary() {
    return this == PARQUET || this == XLSX;
  }

  /** The format that the name of a file ends with. */
  public static Optional<TableFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> name.endsWith("." + each.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
