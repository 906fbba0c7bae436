package org.gridclear.report.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and spans of reports. */
class ReportNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.000", "-0.0, 0.000", "0.0004, 0.000", "-0.0004, 0.000", "-0.0006, -0.001",
    "0.12345, 0.123", "-9.9994, -9.999", "10, 10.0", "-10.04, -10.0", "999.94, 999.9",
    "1000, '1,000'", "-1234567.8, '-1,234,568'"
  })
  void numbersHaveTheDigitsThatTheirSizeAsksFor(double value, String text) {
    assertEquals(text, ReportNumbers.shown(value));
    assertEquals(Optional.of(value), ReportNumbers.known(value));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void whatIsNoNumberIsADash(double value) {
    assertEquals("–", ReportNumbers.shown(value));
    assertEquals(Optional.empty(), ReportNumbers.known(value));
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-05-17, 2026-05-17, 2026-05-17",
    "RANGE, 2026-05-17, 2026-05-17, 2026-05-17",
    "MONTH, 2026-05-17, 2026-05-01, 2026-05-31",
    "MONTH, 2028-02-29, 2028-02-01, 2028-02-29",
    "QUARTER, 2026-05-17, 2026-04-01, 2026-06-30",
    "QUARTER, 2026-01-01, 2026-01-01, 2026-03-31",
    "QUARTER, 2026-12-31, 2026-10-01, 2026-12-31",
    "QUARTER, 2026-09-30, 2026-07-01, 2026-09-30",
    "YEAR, 2026-05-17, 2026-01-01, 2026-12-31",
    "YEAR, 2026-12-31, 2026-01-01, 2026-12-31"
  })
  void spansLieAroundADate(ReportPeriod period, LocalDate date, LocalDate from, LocalDate to) {
    assertEquals(new ReportPeriod.Dates(from, to), period.around(date));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-17, 2026-05-17, DAY",
    "2026-05-01, 2026-05-31, MONTH",
    "2026-05-01, 2026-05-30, RANGE",
    "2026-02-01, 2026-02-28, MONTH",
    "2026-04-01, 2026-06-30, QUARTER",
    "2026-05-01, 2026-07-31, RANGE",
    "2026-01-01, 2026-12-31, YEAR",
    "2026-01-01, 2027-12-31, RANGE",
    "2026-07-01, 2027-06-30, RANGE"
  })
  void spanIsOfTheKindThatItFills(LocalDate from, LocalDate to, ReportPeriod period) {
    assertEquals(period, ReportPeriod.of(from, to));
  }

  @Test
  void everyDayOfAYearLiesInItsSpans() {
    LocalDate.of(2028, 1, 1)
        .datesUntil(LocalDate.of(2029, 1, 1))
        .forEach(
            date -> {
              for (ReportPeriod each : ReportPeriod.values()) {
                ReportPeriod.Dates span = each.around(date);
                assertEquals(
                    true,
                    !date.isBefore(span.from()) && !date.isAfter(span.to()),
                    date + " " + each);
              }
            });
  }
}
