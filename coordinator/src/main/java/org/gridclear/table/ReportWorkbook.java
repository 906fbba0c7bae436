package org.gridclear.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gridclear.file.StoredFiles;

/**
 * All tables of an output folder as one workbook: a sheet {@code contents} that names every sheet
 * and column, then a sheet a table; a table that every case has is one sheet with the folder of the
 * case in front. A table that is longer than a sheet is left out, which the contents say.
 */
final class ReportWorkbook {
  /** Name of the file. */
  static final String FILE = "report.xlsx";

  /** Rows of a sheet less its head. */
  private static final int ROWS_MAX = (1 << 20) - 1;

  private static final int NAME_MAX = 31;
  private static final int FLUSHED_ROWS = 1_000;

  private ReportWorkbook() {}

  /**
   * A table in one or several files with the same columns.
   *
   * @param name unique among the tables
   */
  record Sheet(String name, List<Column> columns, List<Path> files) {
    boolean ofCases() {
      return name.startsWith("case-");
    }

    StoredTable.Lines lines(Path file) {
      return new StoredTable(name, columns, file).lines();
    }
  }

  /** Writes the workbook; the same tables give the same bytes. */
  static void write(Path folder, List<Sheet> sheets) throws IOException {
    Path aside = Files.createTempFile(folder, "report", ".aside");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside));
          Workbook workbook = new Workbook(out, "GridClear", "1.0")) {
        List<Sheet> kept = new ArrayList<>();
        Worksheet contents = workbook.newWorksheet("contents");
        TableSheet.head(contents, List.of("sheet", "column", "type", "unit", "meaning"));
        int row = 1;
        for (Sheet sheet : sheets) {
          long rows = rows(sheet);
          if (rows > ROWS_MAX) {
            contents.value(row, 0, sheet.name());
            contents.value(
                row++, 4, "%d rows, more than a sheet holds: see the files.".formatted(rows));
          } else {
            row = describe(contents, row, sheet);
            kept.add(sheet);
          }
        }
        contents.finish();
        for (Sheet sheet : kept) {
          fill(workbook.newWorksheet(tabName(sheet.name())), sheet);
        }
      }
      StoredFiles.write(folder.resolve(FILE), TimelessWorkbook.of(aside, LocalDate.EPOCH));
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static String tabName(String name) {
    return name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX);
  }

  private static long rows(Sheet sheet) {
    long rows = 0;
    for (Path file : sheet.files()) {
      try (StoredTable.Lines lines = sheet.lines(file)) {
        while (lines.hasNext()) {
          lines.next();
          rows++;
        }
      }
    }
    return rows;
  }

  private static int describe(Worksheet contents, int from, Sheet sheet) {
    int row = from;
    for (Column column : sheet.columns()) {
      contents.value(row, 0, sheet.name());
      contents.value(row, 1, column.name());
      contents.value(row, 2, column.type().frictionless());
      contents.value(row, 3, column.unit());
      contents.value(row++, 4, column.description());
    }
    return row;
  }

  private static void fill(Worksheet to, Sheet sheet) throws IOException {
    List<String> names = new ArrayList<>();
    if (sheet.ofCases()) {
      names.add("caseFolder");
    }
    sheet.columns().forEach(column -> names.add(column.name()));
    TableSheet.head(to, names);
    int row = 1;
    for (Path file : sheet.files()) {
      try (StoredTable.Lines lines = sheet.lines(file)) {
        while (lines.hasNext()) {
          Object[] cells = lines.next();
          int first = 0;
          if (sheet.ofCases()) {
            to.value(
                row, first++, Objects.requireNonNull(file.getParent()).getFileName().toString());
          }
          for (Object cell : cells) {
            TableSheet.value(to, row, first++, cell);
          }
          if (++row % FLUSHED_ROWS == 0) {
            to.flush();
          }
        }
      }
    }
    to.finish();
  }
}
