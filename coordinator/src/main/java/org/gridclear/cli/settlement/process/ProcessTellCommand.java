package org.gridclear.cli.settlement.process;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle process tell}: tell members what a correction changes for them, where
 * they were not told yet.
 */
@Command(
    name = "tell",
    description = {
      "Tell members what a correction changes for them, where they were not told yet. Exit code"
          + " 1",
      "if some are not registered."
    })
final class ProcessTellCommand extends TellingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the update or resettlement.")
  private int number;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      return told(open, acting, number);
    }
  }
}
