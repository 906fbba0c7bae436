package org.gridclear.cli.clearing;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.input.MarketRunReader;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.compare.CaseFolders;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which periods of a case are cleared, and what the runs before them hand on. */
final class WindowOptions {
  @Option(
      names = "--after",
      paramLabel = "DIR",
      description = "Case folder of the clearing before: its last state is this one's first.")
  private Path after;

  @Option(
      names = "--plan",
      paramLabel = "DIR",
      description = "Case folder of the clearing that planned what comes after that of --after.")
  private Path plan;

  @Option(
      names = "--bound-by",
      paramLabel = "DIR",
      description = {
        "Case folder of the long cycle (lt-ruc): units that are no fast-start units",
        "have the statuses that it decided."
      })
  private Path boundBy;

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

  /** Days to clear together, 0 for all of the case. */
  int days() {
    return days;
  }

  /** Whether the last day is repeated where the case has fewer. */
  boolean repeatDays() {
    return repeatDays;
  }

  /** The periods of a day that a market clears, with what runs before it hand on. */
  MarketDay of(Market market, MarketDay day) {
    MarketDay cut = run(market).of(day, lastRun(), planned());
    return boundBy == null ? cut : run(market).bound(cut, boundary("--bound-by", boundBy));
  }

  /** The run of a market over these periods. */
  MarketRun run(Market market) {
    double fast = mode == null ? MarketRun.FAST_START_HOURS : mode.in(market).fastStartHoursMax();
    return new MarketRun(market, from - 1, count, days, splitMinutes, fast, repeatDays);
  }

  /** Whether another window, or another state before it, is asked for than that of the file. */
  boolean given(Predicate<String> option) {
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
        .anyMatch(option);
  }

  /** The state before the first period with the plan for what follows; null for the case's own. */
  @Nullable InitialConditions before() {
    InitialConditions last = lastRun();
    InitialConditions plan = planned();
    return plan == null || last == null ? last : last.goingOn(plan);
  }

  private @Nullable InitialConditions lastRun() {
    if (after == null && plan != null) {
      throw new IllegalArgumentException(
          "--plan %s: a plan goes on after a run. Name that run: --after DIR.".formatted(plan));
    }
    return after == null ? null : boundary("--after", after);
  }

  private @Nullable InitialConditions planned() {
    return plan == null ? null : boundary("--plan", plan);
  }

  private static InitialConditions boundary(String option, Path folder) {
    IssueLog log = new IssueLog(option);
    InitialConditions boundary = MarketRunReader.readBoundary(CaseFolders.only(folder), log);
    log.throwIfErrors();
    return Objects.requireNonNull(boundary);
  }
}
