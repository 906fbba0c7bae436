package org.gridclear.market.publication;

import java.util.HashSet;
import java.util.List;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Records of a CSV text, the header first. */
final class CsvRecords {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private CsvRecords() {}

  /**
   * Reads a text.
   *
   * @param name name of the file, for messages
   * @throws IllegalArgumentException if it is no CSV, or a record is not as long as the header
   */
  static List<List<String>> read(String name, String text) {
    List<String[]> lines;
    try (MappingIterator<String[]> all =
        MAPPER.readerFor(String[].class).readValues(text.replaceFirst("^\uFEFF", ""))) {
      lines = all.readAll();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is no CSV: %s".formatted(name, Json.firstLine(e.getMessage())), e);
    }
    lines.removeIf(line -> line.length == 1 && line[0].isBlank());
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("%s is empty; give CSV with a header.".formatted(name));
    }
    List<String> header = List.of(lines.get(0));
    if (new HashSet<>(header).size() != header.size()) {
      throw new IllegalArgumentException(
          "%s, line 1: a column is named twice: %s.".formatted(name, header));
    }
    for (int r = 1; r < lines.size(); r++) {
      if (lines.get(r).length != header.size()) {
        throw new IllegalArgumentException(
            "%s, line %d has %d fields, and the header %d."
                .formatted(name, r + 1, lines.get(r).length, header.size()));
      }
    }
    return lines.stream().map(List::of).toList();
  }
}
