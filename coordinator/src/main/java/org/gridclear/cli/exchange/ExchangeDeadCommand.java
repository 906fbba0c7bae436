package org.gridclear.cli.exchange;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear exchange dead}: what was tried too often. */
@Command(name = "dead", description = "What was tried too often; ends with 1 if there is any.")
final class ExchangeDeadCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      List<OutboxRow> dead = open.outbox().store().of(State.DEAD);
      output.write(ExchangeTables.outbox(dead, open.clock()), out());
      return ExitCodes.clean(dead.isEmpty());
    }
  }
}
