package org.gridclear.cli.intake;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.store.PieceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear ticket list}: the last version of every ticket, or all versions. */
@Command(name = "list", description = "The last version of every ticket, or all versions.")
final class TicketListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--versions", description = "All versions.")
  private boolean versions;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          var clock = MarketOption.clock(folder);
          TicketBook book = new TicketBook(new PieceStore(folder), clock);
          List<TicketBook.Kept> tickets = versions ? book.versions() : book.at(PieceStore.ALL);
          return PieceTables.tickets(tickets, clock);
        });
  }
}
