package org.gridclear.cli.market;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.LossesOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.year.ClearedDate;
import org.gridclear.market.year.DatedCases;
import org.gridclear.market.year.DayNotClearedException;
import org.gridclear.market.year.SeededOwners;
import org.gridclear.market.year.YearClearing;
import org.gridclear.market.year.YearPlan;
import org.gridclear.market.year.YearText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear year SOURCE}: clears and stores market days one after the other. */
@Command(
    name = "year",
    description = {
      "Clear day-ahead markets day after day, each from what the day before handed on, and keep",
      "every day as a version in a market folder. A day that is there already is not cleared"
          + " again.",
      "SOURCE is RTS-GMLC's folder, or a network, built-in or a file, that gets synthetic days."
    })
public final class YearCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ActorOptions acting;
  @Mixin private LossesOption losses;

  @Parameters(paramLabel = "SOURCE", description = "The cases of all dates.")
  private String source;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "The market folder (gridclear market init DIR).")
  private Path market;

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

  @Override
  public Integer call() throws IOException {
    ClearingOptions options =
        ClearingOptions.DEFAULT.withGap(gap).withSecondsMax(cpuLimit).withLosses(losses.counted());
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    gridOptions.reach();
    YearPlan plan = new YearPlan(DatedCases.of(source, seed), from, to, options, chains);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = progress.on(spec.commandLine().getErr());
    Clock clock = Clock.systemUTC();
    Made.Source made = new Made.Source(Made.BUILD, actor.nameOrUser(), clock);
    try (MarketFolder folder = MarketFolder.open(market);
        Grid grid = Grid.startLight(gridOptions)) {
      Function<LocalDate, Owners> of = SeededOwners.orRegistered(owners, seed, folder, clock);
      List<ClearedDate> days =
          new YearClearing(plan, grid.runs(), folder, of, made)
              .clear(
                  day -> {
                    if (!day.kept()) {
                      String text = "%s v%d".formatted(day.date(), day.version());
                      actor.changed("year", text, () -> day);
                    }
                    say(err, day);
                  });
      out.print(YearText.of(days, plan));
      out.flush();
      boolean clean = days.stream().allMatch(day -> day.alarms().isEmpty());
      return ExitCodes.clean(clean);
    } catch (DayNotClearedException e) {
      spec.commandLine().getErr().println("gridclear: " + e.getMessage());
      return ExitCodes.FAILED_CELLS;
    }
  }

  private static void say(@Nullable PrintWriter err, ClearedDate day) {
    if (err != null) {
      err.println(YearText.of(day));
    }
  }
}
