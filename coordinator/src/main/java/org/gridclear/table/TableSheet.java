package org.gridclear.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook of one sheet; texts are texts and never formulas. Equal bytes for equal.
 */
final class TableSheet {
  /** Rows of a sheet less its head. */
  private static final int ROWS_MAX = (1 << 20) - 1;

  private TableSheet() {}

  static byte[] bytes(Table table) throws IOException {
    if (table.rows().size() > ROWS_MAX) {
      throw new IllegalArgumentException(
          "Table %s has %d rows, a sheet holds %d: take csv or parquet, or a filter."
              .formatted(table.name(), table.rows().size(), ROWS_MAX));
    }
    Path aside = Files.createTempFile("gridclear-", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(aside);
          Workbook workbook = new Workbook(out, "GridClear", "1.0")) {
        fill(workbook.newWorksheet(table.name()), table);
      }
      return TimelessWorkbook.of(aside, LocalDate.EPOCH);
    } finally {
      Files.delete(aside);
    }
  }

  private static void fill(Worksheet sheet, Table table) {
    head(sheet, table.columns().stream().map(Column::name).toList());
    for (int r = 0; r < table.rows().size(); r++) {
      Object[] row = table.rows().get(r);
      for (int c = 0; c < row.length; c++) {
        value(sheet, r + 1, c, row[c]);
      }
    }
  }

  /** The names of columns, bold, which stay when the rows scroll. */
  static void head(Worksheet sheet, List<String> names) {
    for (int c = 0; c < names.size(); c++) {
      sheet.value(0, c, names.get(c));
      sheet.style(0, c).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  static void value(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof Double number && !Double.isFinite(number)) {
      // A number cell with NaN in it makes the sheet unreadable.
      String text = number > 0 ? "INF" : "-INF";
      sheet.value(row, column, number.isNaN() ? "NaN" : text);
    } else if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else if (cell instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (cell instanceof LocalDateTime time) {
      sheet.value(row, column, time);
      sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
    } else if (cell != null) {
      sheet.value(row, column, cell.toString());
    }
  }
}
