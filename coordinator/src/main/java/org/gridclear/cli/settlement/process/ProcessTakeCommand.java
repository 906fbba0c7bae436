package org.gridclear.cli.settlement.process;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle process take}: take a dispute into work. */
@Command(name = "take", description = "Take a dispute into work.")
final class ProcessTakeCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "DISPUTE",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the dispute.")
  private int dispute;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.settle(
          acting,
          "take",
          "dispute " + dispute,
          by -> {
            open.exchange().take(dispute, by);
            return dispute;
          });
      return said("Dispute %d is in process.", dispute);
    }
  }
}
