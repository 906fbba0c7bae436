package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member refuse}: do not accept the answer to a dispute. */
@Command(name = "refuse", description = "Do not accept the answer to a dispute.")
final class MemberRefuseCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private DisputeOptions disputed;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          disputed.member(),
          "refuse",
          by -> {
            open.members().refuse(disputed.number(), disputed.member(), disputed.reason(), by);
            return by;
          });
      return said("The answer to dispute %d is refused.", disputed.number());
    }
  }
}
