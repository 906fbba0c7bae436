package org.gridclear.cli.check;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear checks versions}: all versions of the rules. */
@Command(name = "versions", description = "All versions of the rules.")
final class ChecksVersionsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            PieceTables.versions(
                new CheckSets(new PieceStore(folder)).versions(), MarketOption.clock(folder)));
  }
}
