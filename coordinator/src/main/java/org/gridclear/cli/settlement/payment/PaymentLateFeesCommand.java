package org.gridclear.cli.settlement.payment;

import java.time.LocalDate;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear settle payment late-fees}: charge late fees up to a day that has ended. */
@Command(name = "late-fees", description = "Charge late fees up to a day that has ended.")
final class PaymentLateFeesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--to", required = true, description = "Last day.")
  private LocalDate to;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long sum =
          open.settle(acting, "late-fees", to.toString(), by -> open.desk().lateFees(to, by));
      return said("Charged: %s yuan", FixedPoint.yuan(sum));
    }
  }
}
