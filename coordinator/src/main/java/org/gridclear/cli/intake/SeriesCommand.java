package org.gridclear.cli.intake;

import org.gridclear.cli.assembly.SeriesSimilarCommand;
import org.gridclear.cli.option.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gridclear series}: forecasts, limits, actual values of a market. */
@Command(
    name = "series",
    description = "Series of a market: take in, look at, list versions (docs/market.md).",
    subcommands = {
      CommandLine.HelpCommand.class,
      SeriesShowCommand.class,
      SeriesSimilarCommand.class,
      SeriesImportCommand.class,
      SeriesVersionsCommand.class
    })
public final class SeriesCommand extends CommandGroup {}
