package org.gridclear.cli.declaration;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear declarations}: receipts, what is in force, what markets take. */
@Command(
    name = "declarations",
    description = "Look at declarations, what is in force, and what markets take (docs/market.md).",
    subcommands = {
      CommandLine.HelpCommand.class,
      DeclarationsInForceCommand.class,
      DeclarationsListCommand.class,
      DeclarationsParametersCommand.class,
      DeclarationsReceiptCommand.class,
      DeclarationsRulesCommand.class,
      DeclarationsSetParametersCommand.class,
      DeclarationsSetReferenceCommand.class,
      DeclarationsShowCommand.class
    })
public final class DeclarationsCommand extends CommandGroup {}
