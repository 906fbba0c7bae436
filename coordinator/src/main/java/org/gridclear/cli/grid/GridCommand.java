package org.gridclear.cli.grid;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code gridclear grid}: looks after the members of a grid. */
@Command(
    name = "grid",
    description = "Look after a running grid: members, runs, lost data, quarantined units.",
    subcommands = {
      GridActivateCommand.class,
      GridDrainCommand.class,
      GridReleaseCommand.class,
      GridResetLostCommand.class,
      GridStatusCommand.class
    })
public final class GridCommand extends CommandGroup {}
