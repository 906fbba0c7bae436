package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member withdraw}: withdraw a dispute. */
@Command(name = "withdraw", description = "Withdraw a dispute.")
final class MemberWithdrawCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private DisputeOptions disputed;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          disputed.member(),
          "withdraw",
          by -> {
            open.members().withdraw(disputed.number(), disputed.member(), disputed.reason(), by);
            return by;
          });
      return said("Dispute %d is withdrawn.", disputed.number());
    }
  }
}
