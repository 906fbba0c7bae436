package org.gridclear.cli.monitoring.mitigation;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear monitor mitigations}: offers that go to reference, and who decided it. */
@Command(
    name = "mitigations",
    description = "Offers that go to reference: list, decide, take the case of the final run.",
    subcommands = {
      CommandLine.HelpCommand.class,
      MitigationsDecideCommand.class,
      MitigationsListCommand.class,
      MitigationsCaseCommand.class
    })
public final class MitigationsCommand extends CommandGroup {}
