package org.gridclear.cli.rulebase;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear rules}: the rules of a market, set by two accounts. */
@Command(
    name = "rules",
    description = {
      "Rules of a market by kind and version: list, show, propose, review, compare",
      "(docs/market-day.md)."
    },
    subcommands = {
      RulesShadowCommand.class,
      CommandLine.HelpCommand.class,
      RulesDiffCommand.class,
      RulesListCommand.class,
      RulesProposeCommand.class,
      RulesReviewCommand.class,
      RulesShowCommand.class
    })
public final class RulesCommand extends CommandGroup {}
