package org.gridclear.cli.anomaly;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** What {@code gridclear anomalies due} is asked. */
final class AnomaliesDueOptions {
  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last trading date.")
  private LocalDate to;

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to;
  }
}
