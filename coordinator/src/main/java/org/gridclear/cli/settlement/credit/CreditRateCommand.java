package org.gridclear.cli.settlement.credit;

import java.math.BigDecimal;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.payment.PaymentEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle credit rate}: propose the rating of a member. */
@Command(name = "rate", description = "Propose the rating of a member.")
final class CreditRateCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "MEMBER", description = "The member.")
  private String member;

  @Option(names = "--rating", required = true, description = "One of the terms.")
  private String rating;

  @Option(
      names = "--estimate",
      paramLabel = "YUAN",
      defaultValue = "0",
      description = "What it is thought to owe in a month while it has no bill.")
  private BigDecimal estimate;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      PaymentEvent.Act.Rated rated =
          new PaymentEvent.Act.Rated(member, rating, FixedPoint.milliYuan(estimate));
      long number =
          open.settle(
              acting, "credit rate", member + " " + rating, by -> open.acts().propose(rated, by));
      return said("Proposal %d: another account approves it ('settle payment decide').", number);
    }
  }
}
