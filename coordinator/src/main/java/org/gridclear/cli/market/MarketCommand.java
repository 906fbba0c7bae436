package org.gridclear.cli.market;

import org.gridclear.cli.intake.NetworkCommand;
import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear market}: the folder of a market. */
@Command(
    name = "market",
    description = "Make and look at the folder of a market (docs/market.md).",
    subcommands = {
      NetworkCommand.class,
      CommandLine.HelpCommand.class,
      MarketInitCommand.class,
      MarketShowCommand.class
    })
public final class MarketCommand extends CommandGroup {}
