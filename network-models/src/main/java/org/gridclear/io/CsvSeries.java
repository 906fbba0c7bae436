package org.gridclear.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Series that lie in CSV files beside a case: a header of column names, then one row per period.
 * Referred to as {@code {"csv": "load.csv", "column": "north"}}.
 */
final class CsvSeries {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private final @Nullable Path folder;
  private final Map<String, List<String[]>> tables = new HashMap<>();

  /** Looks for files in {@code folder}; null where a case has no folder. */
  CsvSeries(@Nullable Path folder) {
    this.folder = folder;
  }

  Series read(JsonFields reference, int periods, IssueLog log) {
    String file = reference.text("csv");
    String column = reference.text("column");
    reference.done();
    List<String[]> rows = tables.computeIfAbsent(file, name -> table(name, reference, log));
    Series zero = Series.constant(0, periods);
    if (rows.isEmpty()) {
      return zero;
    }
    List<String> header = Arrays.asList(rows.get(0));
    int index = header.indexOf(column);
    if (index < 0) {
      log.add(
          Rule.REFERENCE_EXISTS,
          reference.element(),
          "column",
          column,
          NearestName.advice(column, header));
      return zero;
    }
    if (rows.size() - 1 != periods) {
      log.add(
          Rule.SERIES_LENGTH,
          reference.element(),
          file,
          rows.size() - 1 + " rows",
          "Give %d rows below the header, one per period.".formatted(periods));
      return zero;
    }
    double[] values = new double[periods];
    for (int t = 0; t < periods; t++) {
      values[t] = number(rows.get(t + 1), index, t, reference, log);
    }
    return Series.of(values);
  }

  private double number(String[] row, int index, int t, JsonFields reference, IssueLog log) {
    String text = index < row.length ? row[index].strip() : "";
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, with the place
    }
    log.add(
        Rule.NUMBER_FINITE, reference.element(), "row " + (t + 2), text, "Give a finite number.");
    return 0;
  }

  private List<String[]> table(String name, JsonFields reference, IssueLog log) {
    Path root = folder == null ? null : folder.toAbsolutePath().normalize();
    Path path = root == null ? null : root.resolve(name).normalize();
    if (path == null || !path.startsWith(root) || !Files.isReadable(path)) {
      log.add(
          Rule.FILE_READABLE,
          reference.element(),
          "csv",
          name,
          "Put the file beside the case file.");
      return List.of();
    }
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).readValues(StoredFiles.readAllBytes(path))) {
      return rows.readAll();
    } catch (JacksonException | IOException e) {
      log.add(Rule.SYNTAX, reference.element(), "csv", name, Json.firstLine(e.getMessage()));
      return List.of();
    }
  }
}
