package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunWatch;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.settlement.CloseWriting;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.Seal;
import org.gridclear.validate.IssueText;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that close have in common. */
final class SettleRun {
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private PrintOption print;
  @Mixin private ParquetOption tables;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the close (default: runs/close-<month>-v<n>).")
  private Path out;

  @Option(names = "--reason", defaultValue = "", description = "Why it is made; written down.")
  private String reason;

  @Option(names = "--no-items", description = "Do not write items.csv and totals.csv.")
  private boolean noItems;

  /** Closes with a grid and keeps the books in a folder. */
  interface Work {
    Closing.Outcome run(Closing closing, Path aside, Path target) throws IOException;

    /** Everything is written and sealed and is about to be put into its place. */
    default void sealed(Path target, Seal seal) {}

    /** It could not be put into its place after all. */
    default void abandoned() throws IOException {}
  }

  /** Makes sure, before anything is read, that there is a grid to join. */
  void reach() {
    gridOptions.reach();
  }

  String reason() {
    return reason;
  }

  /**
   * Runs a close and writes its folder.
   *
   * @param start starts the grid
   * @return the exit code
   */
  int run(
      Function<GridOptions, Grid> start,
      String month,
      PrintWriter output,
      PrintWriter err,
      Work work)
      throws IOException {
    Path target = out != null ? out : free(month);
    OutputFolder.check(out);
    refuseTaken(target);
    SettlementSummary[] summary = new SettlementSummary[1];
    try (Grid grid = start.apply(gridOptions)) {
      Closing closing =
          new Closing(
              grid.runs(),
              Clock.systemUTC(),
              handle -> RunWatch.await(handle, "groups of entities", progress.on(err)),
              progress.on(err));
      boolean[] sealed = {false};
      try {
        FolderSwap.writeOnce(
            target,
            aside -> {
              Closing.Outcome outcome = work.run(closing, aside, target);
              IssueText.lines(outcome.warnings()).forEach(err::println);
              CloseWriting.Written written =
                  new CloseWriting(!noItems, tables.wanted()).fill(aside, target, outcome);
              work.sealed(target, written.seal());
              summary[0] = written.summary();
              sealed[0] = true;
              print.words(output).print(summary[0].text(outcome.closed()));
            });
      } catch (IOException | RuntimeException e) {
        if (sealed[0]) {
          work.abandoned();
        }
        if (e instanceof FileAlreadyExistsException) {
          refuseTaken(target);
        }
        throw e;
      }
    }
    print.words(output).println("Close: " + target);
    output.flush();
    print.summary(target, output);
    return ExitCodes.clean(summary[0].billable());
  }

  private static void refuseTaken(Path target) throws IOException {
    if (FolderSwap.holdsAnything(target)) {
      throw new IllegalArgumentException(
          "%s holds %s already, and a close never changes; name another folder."
              .formatted(
                  target, Files.exists(target.resolve("close.json")) ? "a close" : "something"));
    }
  }

  private static Path free(String month) {
    for (int version = 1; ; version++) {
      Path folder = Path.of("runs").resolve("close-%s-v%d".formatted(month, version));
      if (!Files.exists(folder)) {
        return folder;
      }
    }
  }
}
