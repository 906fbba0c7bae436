package org.gridclear.cli.settlement.process;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear settle process}: what the settlement team does around the figures. */
@Command(
    name = "process",
    description = {
      "Calendar, publication and answers to disputes (docs/settlement-process.md).",
      "What is proposed takes effect once another account approved it."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      ProcessAnswerCommand.class,
      ProcessCalendarCommand.class,
      ProcessCheckedCommand.class,
      ProcessDecideCommand.class,
      ProcessPendingCommand.class,
      ProcessProposeCommand.class,
      ProcessRulesCommand.class,
      ProcessTakeCommand.class,
      ProcessTellCommand.class
    })
public final class SettleProcessCommand extends CommandGroup {}
