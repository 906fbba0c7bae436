package org.gridclear.cli.assembly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.snapshot.StateSnapshot;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear snapshot}: the state of units, branches and storages at a clock time. */
@Command(
    name = "snapshot",
    description = "States of units, branches and storages at clock times (docs/market.md).",
    subcommands = CommandLine.HelpCommand.class)
public final class SnapshotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "import", description = "Keep a snapshot (format gridclear-snapshot).")
  int take(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "The file, JSON.") Path file)
      throws Exception {
    StateSnapshot snapshot =
        SnapshotText.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      var clock = MarketOption.clock(folder);
      Snapshots snapshots = new Snapshots(new PieceStore(folder), clock);
      var recorded =
          actor.change(
              "snapshot import",
              snapshot.at().toString(),
              () -> snapshots.keep(snapshot, MarketOption.recording(actor)));
      spec.commandLine()
          .getOut()
          .printf(
              "Snapshot of %s: version %d%s, %d unit(s), %d branch(es), %d storage(s)%n",
              clock.show(snapshot.at()),
              recorded.version().version(),
              recorded.added() ? "" : ", was there already",
              snapshot.units().size(),
              snapshot.branches().size(),
              snapshot.storageMwh().size());
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(name = "list", description = "All snapshots with their versions.")
  int list(@Mixin MarketOption market, @Mixin TableOutput output) throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          PieceTables.versions(
              new PieceStore(folder).all(PieceKinds.SNAPSHOT), MarketOption.clock(folder)),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
