package org.gridclear.cli.monitoring;

import org.gridclear.cli.monitoring.adequacy.AdequacyCommand;
import org.gridclear.cli.monitoring.catalogue.MonitorIndicesCommand;
import org.gridclear.cli.monitoring.catalogue.MonitorSetCommand;
import org.gridclear.cli.monitoring.impact.ImpactCommand;
import org.gridclear.cli.monitoring.index.MonitorAlarmsCommand;
import org.gridclear.cli.monitoring.index.MonitorClearCommand;
import org.gridclear.cli.monitoring.index.MonitorEvaluateCommand;
import org.gridclear.cli.monitoring.index.MonitorShowCommand;
import org.gridclear.cli.monitoring.index.ReportCommand;
import org.gridclear.cli.monitoring.mitigation.MitigationsCommand;
import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear monitor}: who could move the price, and how the market does. */
@Command(
    name = "monitor",
    description = "Watch a market: indices, composites, alarms (docs/monitoring.md).",
    subcommands = {
      AdequacyCommand.class,
      ImpactCommand.class,
      MitigationsCommand.class,
      ReportCommand.class,
      CommandLine.HelpCommand.class,
      MonitorAlarmsCommand.class,
      MonitorClearCommand.class,
      MonitorEvaluateCommand.class,
      MonitorIndicesCommand.class,
      MonitorSetCommand.class,
      MonitorShowCommand.class
    })
public final class MonitorCommand extends CommandGroup {}
