package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.settlement.close.MonthClose;
import org.gridclear.settlement.close.SettlementInputs;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.worker.ignite.GridNode;
import org.gridclear.worker.ignite.GridNodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The close of a month and of its first day, again and again in one process, from inputs in Ignite
 * to closed books: what a grid that stays up needs. Every round has a name of its own, so nothing
 * is reused.
 */
@Command(
    name = "close",
    description = "Time of a month's and a day's close in a process that stays up.")
public final class CloseBench implements Callable<Integer> {
  private static final int PORT = 46_500;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    GridNodeOptions options =
        new GridNodeOptions(
            "bench",
            GridNodeOptions.Role.EMBEDDED,
            "127.0.0.1",
            PORT,
            List.of(),
            Runtime.getRuntime().availableProcessors(),
            Files.createTempDirectory("gridclear-bench-"));
    try (GridNode node = GridNode.start(options)) {
      try (StudyRuns runs =
          new ActorStudyRuns(IgniteGrid.access(node), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
        SettlementSource source = SettlementReader.open(folder);
        SettlementInputs inputs =
            SettlementInputs.load(source, runs.store(), SettlementInputs.Keeper.NOTHING, () -> {});
        for (int round = 1; round <= rounds; round++) {
          close(source.month(), inputs, "month " + round, runs, out);
          close(source.month().upTo(1), inputs, "day " + round, runs, out);
        }
      }
    }
    out.flush();
    return 0;
  }

  private static void close(
      SettlementMonth month,
      SettlementInputs inputs,
      String name,
      StudyRuns runs,
      PrintWriter out) {
    RuleBook book = month.book();
    SettlementMonth named =
        month.with(
            new RuleBook(
                name,
                book.parameters(),
                book.pools(),
                book.charges(),
                book.transfers(),
                book.allocations()));
    ProcessClock clock = new ProcessClock();
    RunResult result =
        runs.submit(
                new Job.Charging(
                    named,
                    inputs.priceHashes().subList(0, month.days()),
                    inputs.blockHashes().subList(0, month.days())))
            .result()
            .join();
    MonthClose close = MonthClose.of(named, result, runs.store(), name);
    ProcessClock.Measured measured = clock.stop();
    out.printf(
        Locale.ROOT,
        "%-8s %.3f s wall, %.2f CPU-s, residual %d, %d intervals%n",
        name,
        measured.wall(),
        measured.cpu(),
        close.closed().residualMilliYuan(),
        close.closed().metered());
    out.flush();
  }
}
