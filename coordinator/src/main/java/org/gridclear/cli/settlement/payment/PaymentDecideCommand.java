package org.gridclear.cli.settlement.payment;

import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.DecisionOptions;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle payment decide}: approve or reject a proposal of another account. */
@Command(name = "decide", description = "Approve or reject a proposal of another account.")
final class PaymentDecideCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the proposal.")
  private int number;

  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws Exception {
    decision.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      Actor actor = acting.required(market.path());
      actor.requireAccount(open.acts().proposal(number).by());
      open.settle(
          acting,
          "decide payment",
          "proposal %d %s".formatted(number, decision.word()),
          by -> {
            open.acts().decide(number, decision.approved(), decision.reason(), by);
            return number;
          });
      return said("Proposal %d is %s.", number, decision.word());
    }
  }
}
