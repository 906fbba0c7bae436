package org.gridclear.cli.declaration;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Which market and date. */
public final class DayOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      required = true,
      description = "The market, such as da.")
  private String market;

  @Option(names = "--date", required = true, description = "Trading date, such as 2026-12-01.")
  private LocalDate date;

  String market() {
    return market;
  }

  LocalDate date() {
    return date;
  }
}
