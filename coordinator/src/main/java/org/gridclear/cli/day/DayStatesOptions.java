package org.gridclear.cli.day;

import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.market.MarketConverter;
import picocli.CommandLine.Option;

/** What {@code gridclear day states} is asked. */
final class DayStatesOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      required = true,
      converter = MarketConverter.class,
      description = "The market: lt-ruc, da, id or rt.")
  private Market trade;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", description = "Last trading date (default: the first).")
  private LocalDate to;

  Market trade() {
    return trade;
  }

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to;
  }
}
