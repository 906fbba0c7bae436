package org.gridclear.cli.settlement.process;

import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.settlement.open.DecisionOptions;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle process decide}: approve or reject a proposal of another account. */
@Command(name = "decide", description = "Approve or reject a proposal of another account.")
final class ProcessDecideCommand extends TellingCommand {
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
      Actor actor = open.actor(acting);
      actor.requireAccount(open.process().ask(state -> state.proposal(number)).by());
      open.settle(
          acting,
          "decide",
          "proposal %d %s".formatted(number, decision.word()),
          by -> {
            open.exchange().decide(number, decision.approved(), decision.reason(), by);
            return number;
          });
      said("Proposal %d is %s.", number, decision.word());
      boolean corrects = open.process().ask(state -> state.proposal(number)).publishesCorrection();
      return corrects ? toldAfter(open) : ExitCodes.DONE;
    }
  }

  /** The correction is published all the same where nobody can be told. */
  private int toldAfter(OpenProcess open) throws Exception {
    try {
      return told(open, acting, number);
    } catch (IllegalArgumentException e) {
      said("Nobody was told: %s", String.valueOf(e.getMessage()));
      return ExitCodes.FAILED_CELLS;
    }
  }
}
