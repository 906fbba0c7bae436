package org.gridclear.report.monitoring;

import java.time.LocalDate;

/** The calendar span of a report. */
public enum ReportPeriod {
  /** A trading date. */
  DAY,
  /** A calendar month. */
  MONTH,
  /** Three calendar months, from January, April, July or October on. */
  QUARTER,
  /** A calendar year. */
  YEAR,
  /** Any other range. */
  RANGE;

  private static final int QUARTER_MONTHS = 3;

  /**
   * Dates of a span.
   *
   * @param from first
   * @param to last
   */
  public record Dates(LocalDate from, LocalDate to) {}

  /** The span of this kind that a date lies in; of a range the date alone. */
  public Dates around(LocalDate date) {
    LocalDate month = date.withDayOfMonth(1);
    LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % QUARTER_MONTHS);
    return switch (this) {
      case DAY, RANGE -> new Dates(date, date);
      case MONTH -> new Dates(month, month.plusMonths(1).minusDays(1));
      case QUARTER -> new Dates(quarter, quarter.plusMonths(QUARTER_MONTHS).minusDays(1));
      case YEAR -> new Dates(month.withMonth(1), month.withMonth(1).plusYears(1).minusDays(1));
    };
  }

  /** The kind of a span. */
  public static ReportPeriod of(LocalDate from, LocalDate to) {
    for (ReportPeriod each : values()) {
      if (each.around(from).equals(new Dates(from, to))) {
        return each;
      }
    }
    return RANGE;
  }
}
