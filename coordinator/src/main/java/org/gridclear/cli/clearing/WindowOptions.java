package org.gridclear.cli.clearing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.order.CaseOrder;
import org.gridclear.clearing.order.HandedOn;
import org.gridclear.clearing.order.LongCycleOrder;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.study.CaseToClear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which periods of a case are cleared, and what the runs before them hand on. */
final class WindowOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--after",
      paramLabel = "DIR",
      description = "Case folder of the clearing before: its last state is this one's first.")
  private @Nullable Path after;

  @Option(
      names = "--plan",
      paramLabel = "DIR",
      description = "Case folder of the clearing that planned what comes after that of --after.")
  private @Nullable Path plan;

  @Option(
      names = "--bound-by",
      paramLabel = "DIR",
      description = {
        "Case folder of the long cycle (lt-ruc): units that are no fast-start units",
        "have the statuses that it decided."
      })
  private @Nullable Path boundBy;

  @Option(
      names = "--mode",
      description = {
        "What an intraday run decides: scuc, statuses of fast-start units and outputs; or sced,",
        "outputs with the statuses of the run before (default: scuc)."
      })
  private @Nullable IntradayMode mode;

  @Option(
      names = "--from",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1",
      description = "First period, counted from 1.")
  private int from;

  @Option(
      names = "--count",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Number of periods (default: all).")
  private int count;

  @Option(
      names = "--days",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Days to clear together, from the first (default: all of the case).")
  private int days;

  @Option(
      names = "--repeat-days",
      description = "Repeat the last day where the case has fewer than --days.")
  private boolean repeatDays;

  @Option(
      names = "--split-minutes",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description =
          "Length of the periods, such as 15; divides that of the case, or is a multiple of it.")
  private int splitMinutes;

  /** The days of these periods, in periods of their own lengths. */
  LongCycleOrder.Days days(List<Integer> minutes) {
    return new LongCycleOrder.Days(minutes, days, repeatDays);
  }

  /** What earlier clearings hand on. */
  HandedOn handed() {
    return new HandedOn(after, plan, boundBy);
  }

  /**
   * These periods, as the market of a case clears them; null where the file says how it was cleared
   * and nothing else is asked for.
   */
  CaseOrder.@Nullable Periods of(CaseToClear taken) {
    return taken.as().given() && !given()
        ? null
        : new CaseOrder.Periods(run(taken.options().market()), handed());
  }

  private MarketRun run(Market market) {
    double fast = mode == null ? MarketRun.FAST_START_HOURS : mode.in(market).fastStartHoursMax();
    return new MarketRun(market, from - 1, count, days, splitMinutes, fast, repeatDays);
  }

  /** Whether another window, or another state before it, is asked for than that of the file. */
  private boolean given() {
    return Stream.of(
            "--market",
            "--mode",
            "--after",
            "--plan",
            "--from",
            "--count",
            "--days",
            "--split-minutes",
            "--repeat-days",
            "--bound-by")
        .anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
  }
}
