package org.gridclear.cli.check;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear checks}: the rules by which a market checks what it takes in. */
@Command(
    name = "checks",
    description = "Rules of a market's checks: thresholds, in effect or not (docs/market.md).",
    subcommands = {
      CommandLine.HelpCommand.class,
      ChecksSetCommand.class,
      ChecksShowCommand.class,
      ChecksVersionsCommand.class
    })
public final class ChecksCommand extends CommandGroup {}
