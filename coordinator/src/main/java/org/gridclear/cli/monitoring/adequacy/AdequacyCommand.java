package org.gridclear.cli.monitoring.adequacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.process.Grid;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.supply.AdequacyStudy;
import org.gridclear.monitoring.supply.AdequacyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor adequacy}: whether there is enough to generate. */
@Command(
    name = "adequacy",
    description = {
      "LOLE and EENS by sampled weeks of outages of units and lines, with intervals, and exactly.",
      "The same seed gives the same bits, however many threads or nodes sample."
    })
public final class AdequacyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TableOutput output;

  @Mixin private GridOptions gridOptions;

  @Mixin private AdequacyOptions options;

  @Override
  public Integer call() throws IOException {
    output.check();
    gridOptions.reach();
    AdequacySystem read =
        options.system().equals(AdequacyText.RTS_79)
            ? AdequacyText.rts79()
            : AdequacyText.read(Files.readAllBytes(Path.of(options.system())), options.system());
    output.write(study(read).table(), spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  private AdequacyStudy study(AdequacySystem read) {
    if (gridOptions.join.isEmpty() && gridOptions.data == null) {
      return AdequacyStudy.of(read, options.samples(), options.seed());
    }
    try (Grid grid = Grid.start(gridOptions)) {
      return AdequacyStudy.on(grid.runs(), read, options.samples(), options.seed());
    }
  }
}
