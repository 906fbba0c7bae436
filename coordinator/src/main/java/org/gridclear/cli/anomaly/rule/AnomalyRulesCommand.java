package org.gridclear.cli.anomaly.rule;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear anomalies rules}: the rules by which results are judged. */
@Command(
    name = "rules",
    description = "Rules of anomalies: thresholds, severity, in effect or not.",
    subcommands = {
      CommandLine.HelpCommand.class,
      AnomalyRulesSetCommand.class,
      AnomalyRulesShowCommand.class,
      AnomalyRulesVersionsCommand.class
    })
public final class AnomalyRulesCommand extends CommandGroup {}
