package org.gridclear.cli.intake;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear snapshot list}: all snapshots with their versions. */
@Command(name = "list", description = "All snapshots with their versions.")
final class SnapshotListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            PieceTables.versions(
                new PieceStore(folder).all(PieceKinds.SNAPSHOT), MarketOption.clock(folder)));
  }
}
