package org.gridclear.cli.day.option;

import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which version of which run of a day. */
public final class VersionOptions {
  @Mixin private TradeDateOptions day;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Number of the run of the day, of intraday and real time (default: 0).")
  private int cycle;

  @Option(
      names = "--day-version",
      required = true,
      converter = OptionNumbers.FromOne.class,
      description = "Number of the version.")
  private int version;

  public VersionId version() {
    return new VersionId(new DayKey(day.trade(), day.date(), cycle), version);
  }
}
