package org.gridclear.bench.day;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.bench.grid.BenchGrid;
import org.gridclear.bench.machine.Machine;
import org.gridclear.market.day.Made;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.replay.DayLog;
import org.gridclear.market.replay.DayLogReader;
import org.gridclear.market.replay.DayReplay;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A market day in one process, and its log on grids of several sizes. */
@Command(
    name = "market",
    description = {
      "Play a market day in this process, make it again from its log on grids of node processes,"
          + " and",
      "compare the hash of every version. Exit code 1 if one differs."
    })
public final class MarketBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      split = ",",
      defaultValue = "1,2,3",
      description = "Node processes of each grid (default: ${DEFAULT-VALUE}).")
  private List<Integer> nodes;

  @Option(
      names = "--network",
      defaultValue = "ieee118",
      description = "Network (default: ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--intraday-minutes",
      defaultValue = "60",
      description = "Minutes between intraday runs (default: ${DEFAULT-VALUE}).")
  private int intradayMinutes;

  @Option(
      names = "--real-time-minutes",
      defaultValue = "60",
      description = "Minutes between real-time runs (default: ${DEFAULT-VALUE}).")
  private int realTimeMinutes;

  @Override
  public Integer call() throws Exception {
    out().println(Machine.line());
    Path place = Files.createTempDirectory("gridclear-market-");
    DayLog log = played(place);
    int different = 0;
    for (int count : nodes) {
      long from = System.nanoTime();
      try (BenchGrid grid = new BenchGrid(count, 1)) {
        double started = (System.nanoTime() - from) / 1e9;
        DayReplay.Outcome outcome =
            new DayReplay(log, grid.runs()).run(place.resolve("nodes-" + count), event -> {});
        out()
            .printf(
                "%d nodes: %d versions, %d differ, %.1f s after %.1f s of start%n",
                count,
                outcome.versions().size(),
                outcome.differences().size(),
                (System.nanoTime() - from) / 1e9 - started,
                started);
        outcome.differences().forEach(out()::println);
        out().flush();
        different += outcome.differences().size();
      }
    }
    return different == 0 ? 0 : 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private DayLog played(Path place) {
    RollingPlan plan =
        new RollingPlan(
            new RollingPlan.Steps(intradayMinutes, Math.max(2, 120 / intradayMinutes)),
            new RollingPlan.Steps(realTimeMinutes, Math.max(2, 15 / realTimeMinutes)));
    DemoDay.Settings settings =
        new DemoDay.Settings(network, LocalDate.of(2026, 10, 1), 12, 1, 0.01, plan, Made.BUILD);
    Path log = place.resolve("day.jsonl");
    long from = System.nanoTime();
    try (LocalGrid grid = new LocalGrid(1);
        StudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      new DemoDay(settings, event -> {}).run(place.resolve("played"), log, runs);
    }
    DayLog read = DayLogReader.read(log);
    out()
        .printf(
            "one process: %d versions of %d events, %.1f s%n",
            read.versions().size(), read.events().size(), (System.nanoTime() - from) / 1e9);
    out().flush();
    return read;
  }
}
