package org.gridclear.cli.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear checks show}: the rules in effect, as JSON that 'set' reads. */
@Command(name = "show", description = "The rules in effect, as JSON that 'set' reads.")
final class ChecksShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      CheckSet set = new CheckSets(new PieceStore(folder)).at(Instant.now()).set();
      out().println(new String(CheckSetReader.write(set), StandardCharsets.UTF_8));
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
