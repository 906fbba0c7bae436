package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle payment offset}: set off what a member owes and is owed. */
@Command(name = "offset", description = "Set off what a member owes and is owed.")
final class PaymentOffsetCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "MEMBER", description = "The member.")
  private String member;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long amount = open.settle(acting, "offset", member, by -> open.desk().offset(member, by));
      return said("Set off: %s yuan", FixedPoint.yuan(amount));
    }
  }
}
