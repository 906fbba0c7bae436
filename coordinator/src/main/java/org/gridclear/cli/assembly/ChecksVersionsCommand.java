package org.gridclear.cli.assembly;

import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.store.MarketFolder;
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
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          PieceTables.versions(
              new CheckSets(new PieceStore(folder)).versions(), MarketOption.clock(folder)),
          out());
    }
    return ExitCodes.DONE;
  }
}
