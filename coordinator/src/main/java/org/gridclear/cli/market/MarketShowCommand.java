package org.gridclear.cli.market;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear market show}: say what a market is. */
@Command(name = "show", description = "Say what a market is; fails if its database is not there.")
final class MarketShowCommand extends MarketFactsCommand {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  @Mixin private PrintOption print;

  @Override
  public Integer call() {
    PrintWriter out = out();
    try (MarketFolder market = MarketFolder.open(folder)) {
      if (print.json()) {
        PrintOption.print(shown(market.facts()), out);
      } else {
        print(market.facts(), out);
      }
    }
    return ExitCodes.DONE;
  }
}
