package org.gridclear.cli.exchange;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.ExchangeTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear exchange outbox}: what was handed over a channel. */
@Command(name = "outbox", description = "What was handed over a channel.")
final class ExchangeOutboxCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Parameters(paramLabel = "CHANNEL", description = "The channel.")
  private String id;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      String channel = open.outbox().channels().get(id).id();
      output.write(ExchangeTables.outbox(open.outbox().store().of(channel), open.clock()), out());
    }
    return ExitCodes.DONE;
  }
}
