package org.gridclear.cli.intake;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear snapshot}: the state of units, branches and storages at a clock time. */
@Command(
    name = "snapshot",
    description = "States of units, branches and storages at clock times (docs/market.md).",
    subcommands = {
      CommandLine.HelpCommand.class,
      SnapshotListCommand.class,
      SnapshotImportCommand.class
    })
public final class SnapshotCommand extends CommandGroup {}
