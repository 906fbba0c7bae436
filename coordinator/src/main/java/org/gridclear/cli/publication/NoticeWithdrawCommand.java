package org.gridclear.cli.publication;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear publish notice withdraw}: withdraw a notice. */
@Command(name = "withdraw", description = "Withdraw a notice.")
final class NoticeWithdrawCommand extends NoticeStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Publication that is withdrawn.")
  private int number;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  @Override
  public Integer call() throws Exception {
    return done(
        market,
        acting,
        "withdraw",
        (notices, clock, actor) -> notices.withdraw(number, reason, actor.name()));
  }
}
