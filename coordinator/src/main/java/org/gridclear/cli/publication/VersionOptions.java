package org.gridclear.cli.publication;

import java.time.LocalDate;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which version of a day. */
public final class VersionOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: ${DEFAULT-VALUE}).")
  private Market market;

  @Option(names = "--date", required = true, description = "Trading date.")
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
  private @Nullable Integer version;

  /**
   * The version.
   *
   * @throws IllegalArgumentException if there is none
   */
  public DayVersion find(DayStore days) {
    DayKey key = new DayKey(market, date, cycle);
    return (version == null ? days.newest(key) : days.find(key, version))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no version%s of %s."
                        .formatted(version == null ? "" : " " + version, key.text())));
  }
}
