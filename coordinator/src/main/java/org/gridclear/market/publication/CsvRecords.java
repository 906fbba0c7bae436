package org.gridclear.market.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Records of a CSV text, the header first. Lines that are blank are none. */
final class CsvRecords {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /**
   * A record.
   *
   * @param line line of the text that it begins at, from 1
   */
  record Row(int line, List<String> cells) {}

  private CsvRecords() {}

  /**
   * Reads a text.
   *
   * @param name name of the file, for messages
   * @throws IllegalArgumentException if it is no CSV, or a record is not as long as the header
   */
  static List<Row> read(String name, String text) {
    List<Row> rows = new ArrayList<>();
    try (MappingIterator<String[]> all =
        MAPPER.readerFor(String[].class).readValues(text.replaceFirst("^\uFEFF", ""))) {
      int line = 1;
      while (all.hasNext()) {
        String[] cells = all.next();
        if (cells.length != 1 || !cells[0].isBlank()) {
          rows.add(new Row(line, List.of(cells)));
        }
        line = all.currentLocation().getLineNr();
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is no CSV: %s".formatted(name, Json.firstLine(e.getMessage())), e);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("%s is empty; give CSV with a header.".formatted(name));
    }
    Row header = rows.get(0);
    int width = header.cells().size();
    if (new HashSet<>(header.cells()).size() != width) {
      throw new IllegalArgumentException(
          "%s, line %d: a column is named twice: %s."
              .formatted(name, header.line(), header.cells()));
    }
    for (Row row : rows) {
      if (row.cells().size() != width) {
        throw new IllegalArgumentException(
            "%s, line %d has %d fields, and the header %d."
                .formatted(name, row.line(), row.cells().size(), width));
      }
    }
    return rows;
  }
}
