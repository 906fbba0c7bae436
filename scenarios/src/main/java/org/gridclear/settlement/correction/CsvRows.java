package org.gridclear.settlement.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.json.Json;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A CSV as rows of cells, with its header, to be read, changed and written again.
 *
 * @param header names of the columns; more can be added
 * @param rows cells of each line below the header
 */
record CsvRows(List<String> header, List<List<String>> rows) {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /** Reads a file; what is wrong with it goes to the log. */
  static CsvRows read(byte[] content, IssueLog log) {
    List<List<String>> all = new ArrayList<>();
    try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).readValues(content)) {
      while (lines.hasNext()) {
        all.add(
            Arrays.stream(lines.next())
                .map(cell -> cell == null ? "" : cell.strip())
                .collect(Collectors.toCollection(ArrayList::new)));
      }
    } catch (JacksonException e) {
      log.add(Rule.SYNTAX, "file", "", Json.firstLine(e.getMessage()), "Is the file cut off?");
      return new CsvRows(new ArrayList<>(), new ArrayList<>());
    }
    List<String> header = all.isEmpty() ? new ArrayList<>() : all.remove(0);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).size() > header.size()) {
        log.add(
            Rule.SYNTAX,
            "line " + (i + 2),
            "",
            all.get(i).size() + " cells",
            "Give one cell per column of the header.");
      }
    }
    return new CsvRows(header, all);
  }

  /** A cell; empty if the file or the row has no such column. */
  String cell(List<String> row, String column) {
    int index = header.indexOf(column);
    return index < 0 || index >= row.size() ? "" : row.get(index);
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** Sets a cell; the column is added where the file does not have it. */
  void set(List<String> row, String column, String value) {
    if (!has(column)) {
      header.add(column);
    }
    int index = header.indexOf(column);
    while (row.size() <= index) {
      row.add("");
    }
    row.set(index, value);
  }

  /** The file again. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    line(text, header, header.size());
    rows.forEach(row -> line(text, row, header.size()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells, int columns) {
    for (int c = 0; c < columns; c++) {
      String cell = c < cells.size() ? cells.get(c) : "";
      boolean quoted = cell.matches("(?s).*[,\"\\r\\n].*");
      text.append(c == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    text.append('\n');
  }
}
