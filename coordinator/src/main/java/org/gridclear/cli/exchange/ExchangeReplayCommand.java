package org.gridclear.cli.exchange;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear exchange replay}: try again what is dead. */
@Command(
    name = "replay",
    description = {
      "Try again what is dead, and deliver what else is due.",
      "Exit code 1 if something was not sent."
    })
final class ExchangeReplayCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Entry of the outbox.")
  private int number;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      Outbox outbox = open.outbox();
      List<OutboxRow> tried =
          open.change(
              acting,
              "replay",
              Integer.toString(number),
              actor -> {
                outbox.replay(number);
                return outbox.sent(number);
              });
      output.write(ExchangeTables.outbox(tried, open.clock()), out());
      boolean all = tried.stream().allMatch(row -> row.state() == State.SENT);
      return ExitCodes.clean(all);
    }
  }
}
