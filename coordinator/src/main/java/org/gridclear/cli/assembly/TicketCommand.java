package org.gridclear.cli.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear ticket}: outages, commissionings and retirements of a market. */
@Command(
    name = "ticket",
    description = "Tickets of outages, commissionings and retirements (docs/market.md).",
    subcommands = CommandLine.HelpCommand.class)
public final class TicketCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(
      name = "import",
      description = {
        "Record tickets, or their next versions, one after the other (format gridclear-tickets);",
        "the first one that cannot be ends it, those before it stay."
      })
  int take(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "The file, JSON.") Path file)
      throws Exception {
    List<Ticket> tickets =
        TicketText.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      TicketBook book = new TicketBook(new PieceStore(folder), MarketOption.clock(folder));
      for (Ticket ticket : tickets) {
        var recorded =
            actor.change(
                "ticket import",
                ticket.toString(),
                () -> book.record(ticket, MarketOption.recording(actor)));
        spec.commandLine()
            .getOut()
            .printf(
                "%s: version %d%s%n",
                ticket,
                recorded.version().version(),
                recorded.added() ? "" : ", was there already");
      }
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(name = "list", description = "The last version of every ticket, or all versions.")
  int list(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--versions", description = "All versions.") boolean versions)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      var clock = MarketOption.clock(folder);
      TicketBook book = new TicketBook(new PieceStore(folder), clock);
      List<TicketBook.Kept> tickets = versions ? book.versions() : book.at(PieceStore.ALL);
      output.write(PieceTables.tickets(tickets, clock), spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
