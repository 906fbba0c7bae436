package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle month FOLDER}: the monthly close. */
@Command(
    name = "month",
    description = {
      "Close a month: all charges, allocation, reconciliation.",
      "Exit code 1 if the books do not balance or a pool has nobody to share it; no bill is made"
          + " then."
    })
public final class SettleMonthCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettleRun run;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder (docs/formats.md).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    run.reach();
    return actor.change(
        "settle month", folder.toAbsolutePath().normalize().toString(), this::close);
  }

  private Integer close() throws IOException {
    SettlementSource source = SettlementReader.open(folder);
    return run.run(
        Grid::startLight,
        source.month().month().toString(),
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        (closing, aside, target) ->
            closing.close(source, aside, target.getFileName().toString(), run.reason()));
  }
}
