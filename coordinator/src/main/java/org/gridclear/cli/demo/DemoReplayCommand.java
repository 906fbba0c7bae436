package org.gridclear.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.replay.DayLog;
import org.gridclear.market.replay.DayLogReader;
import org.gridclear.market.replay.DayReplay;
import org.gridclear.market.replay.NotAgainException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear demo replay}. */
@Command(
    name = "replay",
    description = {
      "Make a day again from its log, in a new market folder, and compare the hash of every",
      "version. On a grid with --join: the hashes are the same on any number of nodes. Exit code 1",
      "names what differs."
    })
final class DemoReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;

  @Parameters(paramLabel = "LOG", description = "A log that 'demo day' wrote: day.jsonl.")
  private Path log;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The market folder to make.")
  private Path out;

  @Override
  public Integer call() {
    gridOptions.reach();
    if (!Files.isRegularFile(log)) {
      throw new IllegalArgumentException("%s is not there; 'demo day' writes it.".formatted(log));
    }
    DayLog day = DayLogReader.read(log);
    PrintWriter err = progress.on(spec.commandLine().getErr());
    try (Grid grid = Grid.startLight(gridOptions)) {
      return said(
          new DayReplay(day, grid.runs())
              .run(
                  out,
                  event -> {
                    if (err != null) {
                      err.printf("%s %s%n", event.at(), event.what().getClass().getSimpleName());
                      err.flush();
                    }
                  }));
    } catch (NotAgainException e) {
      spec.commandLine().getOut().println(e.getMessage());
      return ExitCodes.FAILED_CELLS;
    }
  }

  private int said(DayReplay.Outcome outcome) {
    PrintWriter text = spec.commandLine().getOut();
    outcome.differences().forEach(line -> text.println("DIFFERENT " + line));
    outcome.versions().forEach(each -> text.println(each.hash() + "  " + each.version()));
    text.printf(
        "%d versions, %d differ from the log%n",
        outcome.versions().size(), outcome.differences().size());
    text.flush();
    return ExitCodes.clean(outcome.differences().isEmpty());
  }
}
