package org.gridclear.cli.exchange;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** What {@code gridclear exchange send} is asked. */
final class ExchangeSendOptions {
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
