package org.gridclear.settlement.folder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Days that are not what their weekday says: {@code calendar.csv}. */
public final class DayTypeFile {
  /** Name of the file. */
  public static final String NAME = "calendar.csv";

  /** Names in the file, in the order of {@link DayType}. */
  private static final List<String> NAMES = List.of("workday", "weekend", "holiday");

  private DayTypeFile() {}

  /** The days of the file of a folder; none where there is no file. */
  public static Map<LocalDate, DayType> read(InputFiles files, IssueLog log) {
    Map<LocalDate, DayType> types = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.read(files, NAME, false, log, List.of(), "date", "type").rows()) {
      String type = row.text("type");
      String date = row.text("date");
      int place = NAMES.indexOf(type);
      try {
        if (place < 0) {
          row.report(Rule.FIELD_TYPE, "type", type, "Give one of %s.".formatted(NAMES));
        } else if (types.put(LocalDate.parse(date), DayType.values()[place]) != null) {
          row.report(Rule.ID_UNIQUE, "date", date, "Remove one of the rows.");
        }
      } catch (DateTimeParseException e) {
        row.report(Rule.FIELD_TYPE, "date", date, "Give a date such as 2026-10-01.");
      }
    }
    return types;
  }

  /** What a day is: as the file says, else as its weekday does. */
  public static DayType of(LocalDate day, Map<LocalDate, DayType> types) {
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return types.getOrDefault(day, weekend ? DayType.WEEKEND : DayType.WORKDAY);
  }
}
