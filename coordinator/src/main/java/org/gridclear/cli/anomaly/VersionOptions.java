package org.gridclear.cli.anomaly;

import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import picocli.CommandLine.Option;

/** Which version of a day. */
final class VersionOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: ${DEFAULT-VALUE}).")
  private Market market;

  @Option(names = "--date", required = true, description = "Trading date, such as 2026-12-01.")
  private LocalDate date;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Number of the run of the day (default: ${DEFAULT-VALUE}).")
  private int cycle;

  @Option(
      names = "--day-version",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the version (default: the newest).")
  private Integer version;

  DayKey key() {
    return new DayKey(market, date, cycle);
  }

  /**
   * The version.
   *
   * @throws IllegalArgumentException if there is none
   */
  DayVersion find(DayStore days) {
    DayKey key = key();
    return (version == null ? days.newest(key) : days.find(key, version))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no version%s."
                        .formatted(key.text(), version == null ? "" : " " + version)));
  }
}
