package org.gridclear.report;

import java.nio.file.Path;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/** A CSV file written row by row; numbers are written so that they read back exactly. */
public final class CsvFile implements AutoCloseable {
  private static final CsvMapper MAPPER = new CsvMapper();

  private final SequenceWriter writer;

  /** Opens a file and writes its first line. */
  public CsvFile(Path path, String... header) {
    writer = MAPPER.writer().writeValues(path);
    row((Object[]) header);
  }

  /** Writes a line; null is an empty cell. */
  public void row(Object... values) {
    writer.write(values);
  }

  @Override
  public void close() {
    writer.close();
  }
}
