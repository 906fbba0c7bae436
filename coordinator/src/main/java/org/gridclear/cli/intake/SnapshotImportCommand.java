package org.gridclear.cli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.snapshot.StateSnapshot;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear snapshot import}: keep a snapshot (format gridclear-snapshot). */
@Command(name = "import", description = "Keep a snapshot (format gridclear-snapshot).")
final class SnapshotImportCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "The file, JSON.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    StateSnapshot snapshot =
        SnapshotText.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      var clock = MarketOption.clock(folder);
      Snapshots snapshots = new Snapshots(new PieceStore(folder), clock);
      var recorded =
          actor.change(
              "snapshot import",
              snapshot.at().toString(),
              () -> snapshots.keep(snapshot, MarketOption.recording(actor)));
      out()
          .printf(
              "Snapshot of %s: version %d%s, %d unit(s), %d branch(es), %d storage(s)%n",
              clock.show(snapshot.at()),
              recorded.version().version(),
              recorded.added() ? "" : ", was there already",
              snapshot.units().size(),
              snapshot.branches().size(),
              snapshot.storageMwh().size());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
