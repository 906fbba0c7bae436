package org.gridclear.cli.anomaly;

import org.gridclear.cli.anomaly.rule.AnomalyRulesCommand;
import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear anomalies}: what is not as it should be in results, and what became of it. */
@Command(
    name = "anomalies",
    description = "Anomalies of results, and what becomes of them (docs/market-day.md).",
    subcommands = {
      AcknowledgeCommand.class,
      HandleCommand.class,
      CloseCommand.class,
      AnomalyRulesCommand.class,
      CommandLine.HelpCommand.class,
      AnomaliesChangesCommand.class,
      AnomaliesDueCommand.class,
      AnomaliesEvaluateCommand.class,
      AnomaliesListCommand.class,
      AnomaliesShowCommand.class
    })
public final class AnomaliesCommand extends CommandGroup {}
