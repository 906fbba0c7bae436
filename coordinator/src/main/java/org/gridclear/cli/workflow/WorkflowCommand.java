package org.gridclear.cli.workflow;

import org.gridclear.cli.option.CommandGroup;
import org.gridclear.cli.scheduler.WorkflowRunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear workflow}: what runs when, how it stands, and what people do to it. */
@Command(
    name = "workflow",
    description = {
      "Workflows of a market: what runs when and by whom, how it stands, what people do to it",
      "(docs/market-day.md)."
    },
    subcommands = {
      WorkflowRunCommand.class,
      CommandLine.HelpCommand.class,
      WorkflowHistoryCommand.class,
      WorkflowListCommand.class,
      WorkflowRaiseCommand.class,
      WorkflowRetryCommand.class,
      WorkflowRunNodeCommand.class,
      WorkflowSetCommand.class,
      WorkflowShowCommand.class,
      WorkflowSkipCommand.class,
      WorkflowStartCommand.class,
      WorkflowStatusCommand.class
    })
public final class WorkflowCommand extends CommandGroup {}
