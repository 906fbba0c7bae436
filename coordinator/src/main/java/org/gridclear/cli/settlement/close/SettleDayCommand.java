package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.process.Grid;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle day FOLDER --day D}: the daily run. */
@Command(
    name = "day",
    description = {
      "Settle the month up to a day: what the close would be if the month ended there.",
      "Later days need not be delivered yet. Items rounded over the month go on from the first day."
    })
public final class SettleDayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettleRun run;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder (docs/formats.md).")
  private Path folder;

  @Option(names = "--day", required = true, description = "Day of the month, from 1.")
  private int day;

  @Override
  public Integer call() throws IOException {
    run.reach();
    SettlementSource source = SettlementReader.open(folder).upTo(day);
    return run.run(
        Grid::startLight,
        "%s-%02d".formatted(source.month().month(), day),
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        (closing, aside, target) ->
            closing.close(source, aside, target.getFileName().toString(), run.reason()));
  }
}
