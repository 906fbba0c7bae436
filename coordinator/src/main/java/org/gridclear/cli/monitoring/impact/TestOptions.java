package org.gridclear.cli.monitoring.impact;

import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.cli.option.LossesOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.monitoring.impact.AcceptedOffers;
import org.gridclear.monitoring.impact.ImpactRequest;
import org.gridclear.monitoring.impact.TestedMarket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What offers are tested against, and how the cases of the test are cleared. */
final class TestOptions {
  @Mixin private ThresholdOptions thresholds;
  @Mixin private LossesOption losses;

  @Option(
      names = "--reference",
      paramLabel = "CASE",
      description = "The same units with their offers at cost.")
  private @Nullable String reference;

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "CSV with unit and owner (default: the registry of --market).")
  private @Nullable Path owners;

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description =
          "Market folder: owners, and for units without another reference the mean of what was"
              + " accepted before.")
  private @Nullable Path market;

  @Option(
      names = "--accepted-days",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "" + AcceptedOffers.BACK,
      description = "Dates of that mean (default: ${DEFAULT-VALUE}).")
  private int acceptedDays;

  @Option(
      names = "--gap",
      converter = OptionNumbers.Gap.class,
      defaultValue = "0.001",
      description = "Relative gap to stop at (default: ${DEFAULT-VALUE}).")
  private double gap;

  /**
   * The market that is asked.
   *
   * @param propose whether a mitigation is kept in it
   * @throws IllegalArgumentException if nothing says whose the units are, or where that is kept
   */
  TestedMarket market(boolean propose) {
    if (owners == null && market == null) {
      throw new IllegalArgumentException("Say whose the units are: --owners FILE or --market DIR.");
    }
    if (propose && market == null) {
      throw new IllegalArgumentException("A proposal is kept in a market: --market DIR.");
    }
    return new TestedMarket(Optional.ofNullable(market), acceptedDays);
  }

  /** The day that is tested, with what is said of it. */
  ImpactRequest request(String file) {
    return ImpactRequest.of(
        file,
        Optional.ofNullable(reference),
        Optional.ofNullable(owners),
        thresholds.conduct(),
        thresholds.impact());
  }

  /** How the cases are cleared. */
  ClearingOptions clearing() {
    return ClearingOptions.DEFAULT.withGap(gap).withLosses(losses.counted());
  }
}
