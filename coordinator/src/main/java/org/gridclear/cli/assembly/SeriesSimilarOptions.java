package org.gridclear.cli.assembly;

import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;

/** What {@code gridclear series similar} is asked. */
final class SeriesSimilarOptions {
  @Option(names = "--date", required = true, description = "The date.")
  private LocalDate date;

  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = TradeConverter.class,
      description = "Whose load forecast is its curve (default: ${DEFAULT-VALUE}).")
  private Market trade;

  @Option(
      names = "--days",
      defaultValue = "60",
      converter = OptionNumbers.FromOne.class,
      description = "Days back (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--outage-weight",
      converter = OptionNumbers.NotNegative.class,
      defaultValue = "0.1",
      description = "What different outages count (default: ${DEFAULT-VALUE}).")
  private double outageWeight;

  LocalDate date() {
    return date;
  }

  Market trade() {
    return trade;
  }

  int days() {
    return days;
  }

  double outageWeight() {
    return outageWeight;
  }
}
