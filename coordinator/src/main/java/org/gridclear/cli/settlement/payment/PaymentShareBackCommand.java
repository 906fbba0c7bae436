package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear settle payment share-back}: share what defaulters paid since among those who
 * bore the gaps.
 */
@Command(
    name = "share-back",
    description = "Share what defaulters paid since among those who bore the gaps.")
final class PaymentShareBackCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long sum = open.settle(acting, "share-back", "", by -> open.acts().shareBack(by));
      return said("Shared back: %s yuan", FixedPoint.yuan(sum));
    }
  }
}
