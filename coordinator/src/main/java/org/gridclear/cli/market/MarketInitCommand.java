package org.gridclear.cli.market;

import java.nio.file.Path;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear market init}: make a market in a folder that is empty or not there. */
@Command(name = "init", description = "Make a market in a folder that is empty or not there.")
final class MarketInitCommand extends MarketFactsCommand {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  @Mixin private FactsOptions wanted;

  @Override
  public Integer call() {
    MarketFolder.Facts facts =
        new MarketFolder.Facts(
            wanted.name(), wanted.timeZone(), wanted.currency(), wanted.database());
    MarketFolder.create(folder, facts).close();
    print(facts, out());
    return ExitCodes.DONE;
  }
}
