package org.gridclear.cli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear ticket import}: record tickets, or their next versions, one after the other
 * (format gridclear-tickets).
 */
@Command(
    name = "import",
    description = {
      "Record tickets, or their next versions, one after the other (format gridclear-tickets);",
      "the first one that cannot be ends it, those before it stay."
    })
final class TicketImportCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "The file, JSON.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    List<Ticket> tickets =
        TicketText.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      TicketBook book = new TicketBook(new PieceStore(folder), MarketOption.clock(folder));
      for (Ticket ticket : tickets) {
        var recorded =
            actor.change(
                "ticket import",
                ticket.toString(),
                () -> book.record(ticket, MarketOption.recording(actor)));
        out()
            .printf(
                "%s: version %d%s%n",
                ticket,
                recorded.version().version(),
                recorded.added() ? "" : ", was there already");
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
