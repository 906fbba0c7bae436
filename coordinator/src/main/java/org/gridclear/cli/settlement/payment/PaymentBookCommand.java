package org.gridclear.cli.settlement.payment;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.payment.BankFile;
import org.gridclear.settlement.payment.PaymentDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle payment book}: book a file of the bank, CSV or camt.053, all of it or
 * nothing.
 */
@Command(
    name = "book",
    description = "Book a file of the bank, CSV or camt.053, all of it or nothing.")
final class PaymentBookCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "What the bank booked.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    byte[] content = Files.readAllBytes(file);
    try (OpenProcess open = OpenProcess.of(market)) {
      BankFile.Statement statement =
          open.desk().read(content, open.folder().facts().currencyCode());
      PaymentDesk.Booked booked =
          open.settle(
              acting,
              "book",
              file.toString(),
              by -> open.desk().book(statement.received(), statement.paid(), by));
      return said(
          "Booked: %d received, %d paid; %d were known.",
          booked.received(), booked.paid(), booked.known());
    }
  }
}
