package org.gridclear.web.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridclear.table.Table;
import org.gridclear.table.TableFile;
import org.gridclear.table.TableFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as answers, in the formats that callers may ask for. */
public final class TableAnswer {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType PARQUET = MediaType.valueOf("application/vnd.apache.parquet");

  private static final MediaType WORKBOOK =
      MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private TableAnswer() {}

  /**
   * The format that a caller names.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public static TableFormat format(String name) {
    return switch (name) {
      case "json" -> TableFormat.JSON;
      case "csv" -> TableFormat.CSV;
      case "parquet" -> TableFormat.PARQUET;
      case "xlsx" -> TableFormat.XLSX;
      default ->
          throw new IllegalArgumentException(
              "format: '%s' is none of json, csv, parquet, xlsx.".formatted(name));
    };
  }

  /**
   * The table as the body of an answer.
   *
   * @param format word of a call: json, csv, parquet or xlsx
   * @throws IllegalArgumentException if it is none of them
   */
  public static ResponseEntity<byte[]> of(Table table, String format) throws IOException {
    return of(table, format(format));
  }

  /**
   * The table as the body of an answer that says how much was found wrong.
   *
   * @param format word of a call: json, csv, parquet or xlsx
   * @param findings told as {@code X-Findings}
   */
  public static ResponseEntity<byte[]> withFindings(Table table, String format, int findings)
      throws IOException {
    ResponseEntity<byte[]> answer = of(table, format);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header("X-Findings", Integer.toString(findings))
        .body(answer.getBody());
  }

  /** The table as the body of an answer. */
  public static ResponseEntity<byte[]> of(Table table, TableFormat format) throws IOException {
    MediaType type =
        switch (format) {
          case CSV -> CSV;
          case PARQUET -> PARQUET;
          case XLSX -> WORKBOOK;
          case JSON, TABLE -> MediaType.APPLICATION_JSON;
        };
    return ResponseEntity.ok().contentType(type).body(TableFile.bytes(table, format));
  }
}
