package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.io.PrintWriter;
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
import org.gridclear.report.settlement.CloseWork;
import org.gridclear.report.settlement.CloseWriting;
import org.gridclear.report.settlement.SettlementSummary;
import org.gridclear.settlement.close.Closing;
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
      CloseWork work)
      throws IOException {
    Path target = out != null ? out : free(month);
    OutputFolder.check(out);
    CloseWriting.refuseTaken(target);
    SettlementSummary summary;
    try (Grid grid = start.apply(gridOptions)) {
      Closing closing =
          new Closing(
              grid.runs(),
              Clock.systemUTC(),
              handle -> RunWatch.await(handle, "groups of entities", progress.on(err)),
              progress.on(err));
      summary =
          new CloseWriting(!noItems, tables.wanted())
              .place(
                  target,
                  closing,
                  work,
                  new CloseWriting.Told() {
                    @Override
                    public void warning(String line) {
                      err.println(line);
                    }

                    @Override
                    public void figures(String text) {
                      print.words(output).print(text);
                    }
                  });
    }
    print.words(output).println("Close: " + target);
    output.flush();
    print.summary(target, output);
    return ExitCodes.clean(summary.billable());
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
