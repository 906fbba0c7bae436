package org.gridclear.cli.settlement.credit;

import java.math.BigDecimal;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle credit return}: give a guarantee back, in whole or in part. */
@Command(name = "return", description = "Give a guarantee back, in whole or in part.")
final class CreditReturnCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the guarantee.")
  private int number;

  @Option(names = "--yuan", required = true, description = "Amount.")
  private BigDecimal yuan;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.settle(
          acting,
          "credit return",
          "guarantee " + number,
          by -> {
            open.desk().giveBack(number, FixedPoint.milliYuan(yuan), by);
            return number;
          });
      return said("Given back.");
    }
  }
}
