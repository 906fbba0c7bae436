package org.gridclear.report.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** The forms of a report. */
public enum ReportForm {
  /** A page to read or to print. */
  HTML,
  /** A document. */
  PDF,
  /** A workbook. */
  XLSX;

  /**
   * The form that the name of a file asks for.
   *
   * @throws IllegalArgumentException if it asks for another
   */
  public static ReportForm of(String file) {
    for (ReportForm each : values()) {
      if (file.toLowerCase(Locale.ROOT).endsWith("." + each.name().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "The name of the file (%s) has to end with .html, .pdf or .xlsx.".formatted(file));
  }

  /**
   * A report in this form; the same content gives the same bytes.
   *
   * @param date that a workbook names as its own
   */
  public byte[] bytes(ReportContent content, LocalDate date) throws IOException {
    return switch (this) {
      case HTML -> ReportHtml.of(content).getBytes(StandardCharsets.UTF_8);
      case PDF -> ReportPdf.of(content);
      case XLSX -> ReportSheet.of(content, date);
    };
  }
}
