package org.gridclear.cli.day;

import org.gridclear.cli.day.intervention.DayFallbackCommand;
import org.gridclear.cli.day.intervention.DayInterveneCommand;
import org.gridclear.cli.option.CommandGroup;
import org.gridclear.cli.publication.DayPublishCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear day}: what becomes of versions of days. */
@Command(
    name = "day",
    description = "States and approval of versions of days, and what happened to a date.",
    subcommands = {
      DayFallbackCommand.class,
      DayInterveneCommand.class,
      DayMeasureCommand.class,
      DayPublishCommand.class,
      DayRuleCommand.class,
      CommandLine.HelpCommand.class,
      DayApproveCommand.class,
      DayCheckCommand.class,
      DayHistoryCommand.class,
      DayRejectCommand.class,
      DayStatesCommand.class,
      DaySubmitCommand.class,
      DayWithdrawCommand.class
    })
public final class DayCommand extends CommandGroup {}
