package org.gridclear.cli.clearing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.rolling.RollingClearing;
import org.gridclear.clearing.rolling.RollingSteps;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.MarketDay;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.study.ClearedAs;
import org.gridclear.study.StudyDefinition;
import picocli.CommandLine.Option;

/** How a horizon that is too long for one model, or for periods of one length, is cleared. */
final class LongHorizon {
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

  /** Whether the commitment is found in windows. */
  boolean rolls() {
    return rollHours != 0;
  }

  /** The clearing in windows; empty where one model is asked for. */
  Optional<RollingClearing.Outcome> roll(
      StudyDefinition study, GridStore store, Function<StudyDefinition, RunResult> run) {
    if (!rolls()) {
      return Optional.empty();
    }
    MarketDay day = study.base();
    RollingSteps steps = RollingSteps.ofHours(rollHours, aheadHours, day.horizon());
    return Optional.of(new RollingClearing(study.options(), steps, run, store).clear(day));
  }

  /** Refuses windows of a case that was cleared without some families of constraints. */
  void refuseSwitches(ClearedAs as) {
    if (rolls() && !as.changes().isEmpty()) {
      throw new IllegalArgumentException(
          "The case was cleared with families of constraints switched off; windows have them all.");
    }
  }

  /** The run that plans days of their own lengths together, in the longest periods. */
  MarketRun plan(int days, boolean repeat) {
    int longest = dayMinutes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    return new MarketRun(Market.LT_RUC, 0, 0, days, longest, MarketRun.FAST_START_HOURS, repeat);
  }

  /**
   * Refuses what does not go with days in periods of their own lengths.
   *
   * @param given whether an option is given
   * @param json whether a program reads the output
   */
  static void refuseBesideDays(Predicate<String> given, Market market, boolean json) {
    if (json) {
      throw new IllegalArgumentException(
          "--format json does not go with --day-minutes, which clears several parts: read the"
              + " summary.json in the folder of each.");
    }
    if (given.test("--market") && market != Market.LT_RUC) {
      throw new IllegalArgumentException("--day-minutes is for the long cycle: --market lt-ruc.");
    }
    for (String option : OTHERWISE) {
      if (given.test(option)) {
        throw new IllegalArgumentException(
            "%s does not go with --day-minutes, which clears whole days.".formatted(option));
      }
    }
  }
}
