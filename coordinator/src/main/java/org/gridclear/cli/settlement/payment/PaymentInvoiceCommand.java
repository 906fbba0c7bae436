package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear settle payment invoice}: make invoices of the confirmed statements of a month.
 */
@Command(name = "invoice", description = "Make invoices of the confirmed statements of a month.")
final class PaymentInvoiceCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private MonthOption month;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      int made =
          open.settle(
              acting,
              "invoice",
              month.month().toString(),
              by -> open.desk().invoice(month.month().atDay(1), by));
      return said("%d invoices are made.", made);
    }
  }
}
