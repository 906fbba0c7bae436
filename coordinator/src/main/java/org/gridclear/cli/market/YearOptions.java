package org.gridclear.cli.market;

import java.time.LocalDate;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.cli.option.LossesOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.year.DatedCases;
import org.gridclear.market.year.YearOrder;
import org.gridclear.market.year.YearPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which days are cleared one after the other, and how. */
final class YearOptions {
  @Mixin private LossesOption losses;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First date.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last date.")
  private LocalDate to;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.01",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  @Option(
      names = "--cpu-limit",
      converter = OptionNumbers.AboveZero.class,
      paramLabel = "S",
      defaultValue = "600",
      description = {
        "Seconds of CPU for the search of a day (default: ${DEFAULT-VALUE}); a day that they end",
        "is named with its gap."
      })
  private double cpuLimit;

  @Option(
      names = "--chains",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1",
      description = {
        "Parts of the dates that are cleared beside each other; the first day of each goes on from",
        "the day before it, which is cleared by itself (default: 1, one after the other)."
      })
  private int chains;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of synthetic days (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--owners",
      converter = OptionNumbers.FromZero.class,
      paramLabel = "N",
      defaultValue = "0",
      description = "Give units N synthetic owners from the seed (default: those of the registry).")
  private int owners;

  /**
   * What is to be cleared.
   *
   * @param source the cases of all dates
   */
  YearOrder of(String source) {
    ClearingOptions options =
        ClearingOptions.DEFAULT.withGap(gap).withSecondsMax(cpuLimit).withLosses(losses.counted());
    YearPlan plan = new YearPlan(DatedCases.of(source, seed), from, to, options, chains);
    return new YearOrder(plan, owners, seed);
  }
}
