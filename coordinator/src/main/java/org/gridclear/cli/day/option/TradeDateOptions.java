package org.gridclear.cli.day.option;

import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import picocli.CommandLine.Option;

/** Which market and trading date. */
public final class TradeDateOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      required = true,
      converter = MarketConverter.class,
      description = "The market: lt-ruc, da, id or rt.")
  private Market trade;

  @Option(names = "--date", required = true, description = "Trading date, such as 2026-10-01.")
  private LocalDate date;

  public Market trade() {
    return trade;
  }

  public LocalDate date() {
    return date;
  }
}
