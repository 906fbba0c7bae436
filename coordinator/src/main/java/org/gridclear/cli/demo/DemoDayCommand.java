package org.gridclear.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.demo.DemoDay;
import org.gridclear.market.demo.DemoEvent;
import org.gridclear.market.demo.DemoStory;
import org.gridclear.report.demo.DemoFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear demo day}: a whole market day. */
@Command(
    name = "day",
    description = {
      "Run a whole market day on a simulated clock: declarations of members, long cycle, day",
      "ahead, approval by two accounts, publication, 96 intraday and 288 real-time runs, an",
      "outage, a tight half hour, a forecast that does not come. What is left is a market folder",
      "that every command can ask."
    })
final class DemoDayCommand extends PrintingCommand {
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private DemoDayOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "The folder to make: day.html, day.log, day.jsonl (all that came from outside),"
              + " market/ with its audit log, settlement/ and its close/.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    DemoFolder folder = new DemoFolder(out);
    DemoDay.Settings settings = options.settings();
    gridOptions.reach();
    PrintWriter err = progress.on(err());
    Consumer<DemoEvent> told =
        event -> {
          if (err != null) {
            err.println(event.line());
            err.flush();
          }
        };
    try (Grid grid = Grid.startLight(gridOptions)) {
      DemoStory story = folder.run(settings, grid.runs(), told);
      out().print(story.text());
      out().flush();
      return ExitCodes.clean(story.isClean());
    }
  }
}
