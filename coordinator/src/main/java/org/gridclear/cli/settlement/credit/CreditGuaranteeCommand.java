package org.gridclear.cli.settlement.credit;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.payment.PaymentEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle credit guarantee}: note a guarantee that a member gave. */
@Command(name = "guarantee", description = "Note a guarantee that a member gave.")
final class CreditGuaranteeCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "MEMBER", description = "The member.")
  private String member;

  @Mixin private GuaranteeOptions given;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      PaymentEvent.GuaranteeGiven event =
          new PaymentEvent.GuaranteeGiven(
              member,
              given.kind(),
              FixedPoint.milliYuan(given.yuan()),
              given.from(),
              given.to(),
              given.note());
      long number =
          open.settle(
              acting,
              "credit guarantee",
              member + " " + given.kind(),
              by -> open.desk().guarantee(event, by));
      return said("Guarantee %d is noted.", number);
    }
  }
}
