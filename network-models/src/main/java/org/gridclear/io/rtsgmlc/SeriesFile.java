package org.gridclear.io.rtsgmlc;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.io.CsvTable;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * The rows of one day of a series file: a column per object and a row per period, or a row per day
 * and a column per period.
 */
final class SeriesFile {
  private static final Set<String> DATE = Set.of("Year", "Month", "Day", "Period");

  private final CsvTable table;
  private final IssueLog log;
  private final Clock clock;
  private final boolean rowPerDay;
  private final List<CsvTable.Row> rows = new ArrayList<>();

  private SeriesFile(CsvTable table, Clock clock, IssueLog log) {
    this.table = table;
    this.clock = clock;
    this.log = log;
    this.rowPerDay = !table.columns().contains("Period");
  }

  static SeriesFile read(Path file, Clock clock, IssueLog log) {
    SeriesFile opened = new SeriesFile(CsvTable.read(file, log), clock, log);
    opened.select();
    return opened;
  }

  private void select() {
    LocalDate date = clock.date();
    for (CsvTable.Row row : table.rows()) {
      if (row.number("Year") == date.getYear()
          && row.number("Month") == date.getMonthValue()
          && row.number("Day") == date.getDayOfMonth()) {
        rows.add(row);
      }
    }
    int expected = rowPerDay ? 1 : clock.horizon().periodCount();
    boolean inOrder = rows.size() == expected;
    for (int r = 0; inOrder && !rowPerDay && r < rows.size(); r++) {
      inOrder = rows.get(r).number("Period") == r + 1;
    }
    if (!inOrder) {
      log.add(
          Rule.SERIES_LENGTH,
          table.name(),
          date.toString(),
          rows.size() + " rows",
          rows.isEmpty()
              ? "The file has no such day; its days are " + days() + "."
              : "Give %d row(s) for the day, Period counted from 1.".formatted(expected));
      rows.clear();
    }
  }

  private String days() {
    List<CsvTable.Row> all = table.rows();
    return all.isEmpty() ? "none" : day(all.get(0)) + " to " + day(all.get(all.size() - 1));
  }

  private static String day(CsvTable.Row row) {
    return "%s-%s-%s".formatted(row.text("Year"), row.text("Month"), row.text("Day"));
  }

  /** The day of an object; empty if the file does not have it, which is reported. */
  Optional<Series> series(String object, String place) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int periods = clock.horizon().periodCount();
    double[] values = new double[periods];
    if (!rowPerDay && !table.columns().contains(object)) {
      log.add(
          Rule.REFERENCE_EXISTS,
          place,
          "Object",
          object,
          NearestName.advice(object, table.columns()) + " Looked for in " + table.name() + ".");
      return Optional.empty();
    }
    for (int t = 0; t < periods; t++) {
      values[t] =
          rowPerDay ? rows.get(0).number(String.valueOf(t + 1)) : rows.get(t).number(object);
    }
    return Optional.of(Series.of(values));
  }

  /** Notices the columns of objects that no pointer names. */
  void noticeRest() {
    for (String column : table.columns()) {
      if (!rows.isEmpty() && !DATE.contains(column)) {
        rows.get(0).noticeUnasked(column, "No pointer names this series; it is not used.");
      }
    }
  }
}
