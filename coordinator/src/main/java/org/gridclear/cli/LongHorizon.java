package org.gridclear.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.market.MarketDay;
import org.gridclear.rolling.RollingClearing;
import org.gridclear.rolling.RollingSteps;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.resolved.Market;
import picocli.CommandLine.Option;

/** How a horizon that is too long for one model, or for periods of one length, is cleared. */
final class LongHorizon {
  /** Options that cut days or bind them otherwise. */
  private static final List<String> OTHERWISE =
      List.of("--from", "--count", "--split-minutes", "--roll", "--bound-by", "--cuts");

  @Option(
      names = "--day-minutes",
      split = ",",
      paramLabel = "MIN",
      description =
          "Length of the periods of each day of the long cycle, such as 15,60: the last one holds"
              + " for the days after it. Writes a folder for the plan and for each stretch of"
              + " days.")
  private List<Integer> dayMinutes = List.of();

  @Option(
      names = "--roll",
      paramLabel = "HOURS",
      defaultValue = "0",
      description = {
        "Find the commitment in windows that go on by so many hours, for horizons that are too",
        "long for one model; the whole is then cleared with it (default: one model)."
      })
  private double rollHours;

  @Option(
      names = "--look-ahead",
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

  /**
   * Refuses what does not go with days in periods of their own lengths.
   *
   * @param given whether an option is given
   */
  static void refuseBesideDays(Predicate<String> given, Market market) {
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
