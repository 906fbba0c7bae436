package org.gridclear.cli.server;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code gridclear runs}: runs of a server. */
@Command(
    name = "runs",
    description = "Runs of a server: list them, look at one, submit a study, cancel.",
    subcommands = {
      RunsCancelCommand.class,
      RunsListCommand.class,
      RunsStatusCommand.class,
      RunsSubmitCommand.class
    })
public final class RunsCommand extends CommandGroup {}
