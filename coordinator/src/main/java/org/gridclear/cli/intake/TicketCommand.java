package org.gridclear.cli.intake;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear ticket}: outages, commissionings and retirements of a market. */
@Command(
    name = "ticket",
    description = "Tickets of outages, commissionings and retirements (docs/market.md).",
    subcommands = {
      CommandLine.HelpCommand.class,
      TicketListCommand.class,
      TicketImportCommand.class
    })
public final class TicketCommand extends CommandGroup {}
