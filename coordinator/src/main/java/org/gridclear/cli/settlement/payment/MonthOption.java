package org.gridclear.cli.settlement.payment;

import java.time.YearMonth;
import picocli.CommandLine.Option;

/** Which month. */
final class MonthOption {
  @Option(
      names = "--month",
      paramLabel = "MONTH",
      required = true,
      description = "Month, such as 2026-10.")
  private YearMonth month;

  YearMonth month() {
    return month;
  }
}
