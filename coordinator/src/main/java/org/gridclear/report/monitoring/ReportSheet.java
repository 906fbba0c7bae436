package org.gridclear.report.monitoring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Section;
import org.gridclear.table.TimelessWorkbook;

/** A report as a workbook: a sheet a section, then the figures of the charts. */
public final class ReportSheet {
  private static final int NAME_MAX = 28;

  private ReportSheet() {}

  /**
   * The workbook; the same content gives the same bytes. A number that is none is an empty cell.
   *
   * @param date that the properties of the document name
   */
  public static byte[] of(ReportContent content, LocalDate date) throws IOException {
    Path aside = Files.createTempFile("report-", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(aside);
          Workbook workbook = new Workbook(out, "GridClear", "1.0")) {
        Worksheet first = workbook.newWorksheet(content.chinese() ? "说明" : "about");
        first.value(0, 0, content.title());
        first.value(1, 0, content.subtitle());
        for (int n = 0; n < content.notices().size(); n++) {
          first.value(3 + n, 0, content.notices().get(n));
        }
        int number = 1;
        for (Section section : content.sections()) {
          section(workbook.newWorksheet(name(number, section.title())), section);
          number++;
        }
        charts(workbook.newWorksheet(content.chinese() ? "图表数据" : "charts"), content);
      }
      return TimelessWorkbook.of(aside, date);
    } finally {
      Files.delete(aside);
    }
  }

  private static String name(int number, String title) {
    String plain = title.replaceAll("[\\\\/?*:\\[\\]]", " ");
    return number + " " + plain.substring(0, Math.min(NAME_MAX, plain.length())).strip();
  }

  private static void section(Worksheet sheet, Section section) {
    for (int c = 0; c < section.columns().size(); c++) {
      sheet.value(0, c, section.columns().get(c).text());
    }
    for (int r = 0; r < section.rows().size(); r++) {
      List<Cell> row = section.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        Cell cell = row.get(c);
        if (cell.value().isPresent()) {
          sheet.value(r + 1, c, cell.value().orElseThrow());
        } else {
          sheet.value(r + 1, c, cell.text());
        }
      }
    }
  }

  private static void charts(Worksheet sheet, ReportContent content) {
    int column = 0;
    for (Section section : content.sections()) {
      for (Chart chart : section.charts()) {
        sheet.value(0, column + 1, chart.title());
        for (int k = 0; k < chart.labels().size(); k++) {
          sheet.value(k + 1, column, chart.labels().get(k));
          if (!chart.values().get(k).isNaN()) {
            sheet.value(k + 1, column + 1, chart.values().get(k));
          }
        }
        column += 2;
      }
    }
  }
}
