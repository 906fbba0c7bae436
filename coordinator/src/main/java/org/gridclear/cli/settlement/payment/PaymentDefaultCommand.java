package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle payment default}: propose the default of a member on a month: what is
 * drawn from its guarantees, and on whom the gap falls.
 */
@Command(
    name = "default",
    description = {
      "Propose the default of a member on a month: what is drawn from its guarantees, and on"
          + " whom",
      "the gap falls."
    })
final class PaymentDefaultCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private MonthOption month;

  @Parameters(paramLabel = "MEMBER", description = "The member.")
  private String member;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long number =
          open.settle(
              acting,
              "default",
              member + " " + month.month(),
              by -> open.acts().proposeDefault(member, month.month().atDay(1), by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
