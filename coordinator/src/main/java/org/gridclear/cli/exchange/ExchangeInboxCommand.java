package org.gridclear.cli.exchange;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.ExchangeTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear exchange inbox}: what came over all channels. */
@Command(name = "inbox", description = "What came over all channels.")
final class ExchangeInboxCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      output.write(ExchangeTables.inbox(open.outbox().store().inbox(), open.clock()), out());
    }
    return ExitCodes.DONE;
  }
}
