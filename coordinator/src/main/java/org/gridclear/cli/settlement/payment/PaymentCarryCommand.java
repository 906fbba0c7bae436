package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.payment.Carrying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle payment carry}: settle at once what an update or a resettlement changed
 * for all others, as bills of their own.
 */
@Command(
    name = "carry",
    description = {
      "Settle at once what an update or a resettlement changed for all others, as bills of their",
      "own; without it they go with the bills of the next month."
    })
final class PaymentCarryCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the publication.")
  private int number;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      int made =
          open.settle(
              acting,
              "carry",
              "publication " + number,
              by -> new Carrying(open.ledger()).settle(number, by));
      return said("%d bills are made.", made);
    }
  }
}
