package org.gridclear.cli.result;

import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear results}: asks the results of a market's days. */
@Command(
    name = "results",
    description = {
      "Ask the results of a market's days: rows, statistics, curves (docs/market.md, F2).",
      "Dates without results, and what somebody must know of a version, are said first, on the",
      "error output; they, and a version that is not secure, not audited or sheds load, end with 1."
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      ResultsBusCommand.class,
      ResultsCompareCommand.class,
      ResultsCurvesCommand.class,
      ResultsRowsCommand.class,
      ResultsStatisticsCommand.class,
      ResultsVersionsCommand.class
    })
public final class ResultsCommand extends CommandGroup {}
