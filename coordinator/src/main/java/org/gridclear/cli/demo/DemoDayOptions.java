package org.gridclear.cli.demo;

import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.day.Made;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.rolling.RollingPlan;
import picocli.CommandLine.Option;

/** What day a demonstration shows, as options. */
final class DemoDayOptions {
  @Option(
      names = "--network",
      paramLabel = "CASE",
      defaultValue = "ieee118",
      description = "A network, built-in or a file (default: ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--date",
      defaultValue = "2026-10-01",
      description = "Trading date (default: ${DEFAULT-VALUE}).")
  private LocalDate date;

  @Option(
      names = "--members",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "12",
      description = "Members (default: ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the synthetic market (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.01",
      description = "Relative gap of clearings (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(
      names = "--intraday-minutes",
      converter = OptionNumbers.Minutes.class,
      defaultValue = "15",
      description = "Minutes from one intraday run to the next (default: ${DEFAULT-VALUE}).")
  private int intradayMinutes;

  @Option(
      names = "--real-time-minutes",
      converter = OptionNumbers.Minutes.class,
      defaultValue = "5",
      description = "Minutes from one real-time run to the next (default: ${DEFAULT-VALUE}).")
  private int realTimeMinutes;

  /**
   * What day it is.
   *
   * @throws IllegalArgumentException if the date is not the first of a month
   */
  DemoDay.Settings settings() {
    if (date.getDayOfMonth() != 1) {
      throw new IllegalArgumentException(
          "--date (%s) must be the first day of a month: its settlement is a month of one day."
              .formatted(date));
    }
    RollingPlan plan = RollingPlan.every(intradayMinutes, realTimeMinutes);
    return new DemoDay.Settings(network, date, members, seed, gap, plan, Made.BUILD);
  }
}
