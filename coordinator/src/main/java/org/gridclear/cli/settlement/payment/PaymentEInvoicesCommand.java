package org.gridclear.cli.settlement.payment;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.einvoice.ConfiguredService;
import org.gridclear.settlement.payment.ElectronicInvoices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear settle payment e-invoices}: let the tax service of einvoice.json make electronic
 * invoices of a month.
 */
@Command(
    name = "e-invoices",
    description = {
      "Let the tax service of einvoice.json make electronic invoices of a month. Exit code 1 if"
          + " it",
      "did not make all."
    })
final class PaymentEInvoicesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private MonthOption month;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      ElectronicInvoices invoices =
          ConfiguredService.invoices(open.folder(), open.ledger(), Clock.systemUTC());
      ElectronicInvoices.Outcome outcome =
          open.settle(
              acting,
              "e-invoices",
              month.month().toString(),
              by -> invoices.make(month.month().atDay(1), by));
      outcome.failed().forEach((number, why) -> said("%s: %s", number, why));
      said(
          "%d are made, %d were, %d failed.",
          outcome.made(), outcome.known(), outcome.failed().size());
      return ExitCodes.clean(outcome.failed().isEmpty());
    }
  }
}
