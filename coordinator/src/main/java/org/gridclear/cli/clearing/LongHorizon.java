package org.gridclear.cli.clearing;

import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.order.Windows;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a horizon that is too long for one model, or for periods of one length, is cleared. */
final class LongHorizon {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Options that cut days or bind them otherwise. */
  private static final List<String> OTHERWISE =
      List.of(
          "--mode",
          "--from",
          "--count",
          "--split-minutes",
          "--roll",
          "--bound-by",
          "--cuts",
          "--keep",
          "--cycle",
          "--by");

  @Option(
      names = "--day-minutes",
      converter = OptionNumbers.FromOne.class,
      split = ",",
      paramLabel = "MIN",
      description =
          "Length of the periods of each day of the long cycle, such as 15,60: the last one holds"
              + " for the days after it. Writes a folder for the plan and for each stretch of"
              + " days.")
  private List<Integer> dayMinutes = List.of();

  @Option(
      names = "--roll",
      converter = OptionNumbers.NotNegative.class,
      paramLabel = "HOURS",
      defaultValue = "0",
      description = {
        "Find the commitment in windows that go on by so many hours, for horizons that are too",
        "long for one model; the whole is then cleared with it (default: one model)."
      })
  private double rollHours;

  @Option(
      names = "--look-ahead",
      converter = OptionNumbers.NotNegative.class,
      paramLabel = "HOURS",
      defaultValue = "6",
      description =
          "Hours that a window looks beyond those it decides (default: ${DEFAULT-VALUE}).")
  private double aheadHours;

  /** Whether days have periods of their own lengths. */
  boolean inDays() {
    return !dayMinutes.isEmpty();
  }

  /** Length of the periods of each day. */
  List<Integer> dayMinutes() {
    return dayMinutes;
  }

  /** The windows in which the commitment is found. */
  Windows windows() {
    return new Windows(rollHours, aheadHours);
  }

  /**
   * Refuses what does not go with days in periods of their own lengths, if there are such days.
   *
   * @param json whether a program reads the output
   */
  void refuseBesideDays(Market market, boolean json) {
    if (dayMinutes.isEmpty()) {
      return;
    }
    if (json) {
      throw new IllegalArgumentException(
          "--format json does not go with --day-minutes, which clears several parts: read the"
              + " summary.json in the folder of each.");
    }
    if (given("--market") && market != Market.LT_RUC) {
      throw new IllegalArgumentException("--day-minutes is for the long cycle: --market lt-ruc.");
    }
    for (String option : OTHERWISE) {
      if (given(option)) {
        throw new IllegalArgumentException(
            "%s does not go with --day-minutes, which clears whole days.".formatted(option));
      }
    }
  }

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
