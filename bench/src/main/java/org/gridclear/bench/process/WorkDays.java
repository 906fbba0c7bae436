package org.gridclear.bench.process;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days as the bench counts them: Monday to Friday. */
final class WorkDays {
  private WorkDays() {}

  static LocalDate after(LocalDate date, int count) {
    LocalDate day = date;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
