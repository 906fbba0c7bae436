package org.gridclear.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.file.WrittenFile;
import org.gridclear.json.Json;

/** Writes tables in the formats of {@link TableFormat}. */
public final class TableFile {
  private TableFile() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Table table, TableFormat format) throws IOException {
    WrittenFile.write(file, bytes(table, format));
  }

  /** The table in one of the formats; texts are UTF-8. */
  public static byte[] bytes(Table table, TableFormat format) throws IOException {
    return switch (format) {
      case TABLE -> TableText.of(table).getBytes(StandardCharsets.UTF_8);
      case CSV -> CsvFile.bytes(table);
      case JSON -> Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(objects(table));
      case PARQUET -> ParquetTable.bytes(table);
      case XLSX -> TableSheet.bytes(table);
    };
  }

  /** The rows as objects with the names of the columns; an empty cell is null. */
  public static List<Map<String, Object>> objects(Table table) {
    return table.rows().stream().map(row -> object(table.columns(), row)).toList();
  }

  private static Map<String, Object> object(List<Column> columns, Object[] row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int c = 0; c < row.length; c++) {
      object.put(columns.get(c).name(), row[c]);
    }
    return object;
  }
}
