package org.gridclear.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.day.Made;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.demo.DemoEvent;
import org.gridclear.market.demo.DemoStory;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.demo.DemoFacts;
import org.gridclear.report.demo.DemoPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear demo}: a market at work. */
@Command(
    name = "demo",
    description = "Show a market at work.",
    subcommands = {DemoCommand.Day.class, DemoReplayCommand.class})
public final class DemoCommand {
  /** {@code gridclear demo day}. */
  @Command(
      name = "day",
      description = {
        "Run a whole market day on a simulated clock: declarations of members, long cycle, day",
        "ahead, approval by two accounts, publication, 96 intraday and 288 real-time runs, an",
        "outage, a tight half hour, a forecast that does not come. What is left is a market folder",
        "that every command can ask."
      })
  static final class Day implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private GridOptions gridOptions;
    @Mixin private ProgressOption progress;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        required = true,
        description =
            "The folder to make: day.html, day.log, day.jsonl (all that came from outside),"
                + " market/ with its audit log, settlement/ and its close/.")
    private Path out;

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

    @Override
    public Integer call() throws IOException {
      if (Files.exists(out)) {
        throw new IllegalArgumentException("%s exists; name a new folder.".formatted(out));
      }
      if (date.getDayOfMonth() != 1) {
        throw new IllegalArgumentException(
            "--date (%s) must be the first day of a month: its settlement is a month of one day."
                .formatted(date));
      }
      gridOptions.reach();
      Files.createDirectories(out);
      PrintWriter err = progress.on(spec.commandLine().getErr());
      RollingPlan plan = RollingPlan.every(intradayMinutes, realTimeMinutes);
      DemoDay.Settings settings =
          new DemoDay.Settings(network, date, members, seed, gap, plan, Made.BUILD);
      try (Grid grid = Grid.startLight(gridOptions);
          PrintWriter log = new PrintWriter(Files.newBufferedWriter(out.resolve("day.log")))) {
        DemoAudit audit = new DemoAudit(out.resolve("market").resolve("audit"));
        DemoStory story =
            new DemoDay(
                    settings,
                    event -> {
                      say(err, log, event);
                      audit.add(event);
                    })
                .run(out.resolve("market"), out.resolve("day.jsonl"), grid.runs());
        audit.seal();
        page(story, plan);
        spec.commandLine().getOut().print(story.text());
        spec.commandLine().getOut().flush();
        return ExitCodes.clean(story.isClean());
      }
    }

    private void page(DemoStory story, RollingPlan plan) throws IOException {
      try (MarketFolder market = MarketFolder.open(out.resolve("market"))) {
        DemoFacts facts = DemoFacts.of(market, date, plan, Clock.systemUTC());
        Files.writeString(out.resolve("day.html"), DemoPage.of(story, facts));
      }
    }

    private static void say(@Nullable PrintWriter err, PrintWriter log, DemoEvent event) {
      log.println(event.line());
      if (err != null) {
        err.println(event.line());
        err.flush();
      }
    }
  }
}
