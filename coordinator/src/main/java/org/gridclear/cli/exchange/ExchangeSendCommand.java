package org.gridclear.cli.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear exchange send}: put into the outbox what channels wait for, and deliver what is
 * due: timed, on condition, on and on.
 */
@Command(
    name = "send",
    description = {
      "Put into the outbox what channels wait for, and deliver what is due: timed, on",
      "condition, on and on."
    })
final class ExchangeSendCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last trading date.")
  private LocalDate to;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (OpenExchange open = OpenExchange.of(market)) {
      List<OutboxRow> tried =
          open.change(
              acting,
              "send",
              from + " to " + to,
              actor -> {
                new Collecting(open.folder(), open.days(), Clock.systemUTC())
                    .run(from, to, actor.name());
                return open.outbox().send();
              });
      output.write(ExchangeTables.outbox(tried, open.clock()), out());
      boolean all = tried.stream().allMatch(row -> row.state() == State.SENT);
      return ExitCodes.clean(all);
    }
  }
}
