package org.gridclear.report;

import java.nio.file.Path;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/** A CSV file written row by row; numbers are written so that they read back exactly. */
final class CsvFile implements AutoCloseable {
  private static final CsvMapper MAPPER = new CsvMapper();

  private final SequenceWriter writer;

  CsvFile(Path path, String... header) {
    writer = MAPPER.writer().writeValues(path);
    row((Object[]) header);
  }

  void row(Object... values) {
    writer.write(values);
  }

  @Override
  public void close() {
    writer.close();
  }
}
