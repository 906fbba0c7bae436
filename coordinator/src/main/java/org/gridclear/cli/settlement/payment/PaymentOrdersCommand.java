package org.gridclear.cli.settlement.payment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.payment.BankFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle payment orders}: write the payments to be made, with accounts from the
 * registry.
 */
@Command(
    name = "orders",
    description = "Write the payments to be made, with accounts from the registry.")
final class PaymentOrdersCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private PayerOptions payer;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(file) || payer.name().isEmpty() != payer.account().isEmpty()) {
      throw new IllegalArgumentException(
          "Name a file that is not there, and --pain and --account together or not at all.");
    }
    try (OpenProcess open = OpenProcess.of(market)) {
      List<BankFile.Order> orders = open.payments().orders();
      String currency = open.folder().facts().currencyCode();
      Files.write(
          file,
          payer.name().isEmpty()
              ? BankFile.csv(orders, currency)
              : BankFile.pain(
                  orders,
                  currency,
                  payer.name(),
                  payer.account(),
                  open.process().now(),
                  open.ledger().today()));
      return said("Written: %s, %d payments", file, orders.size());
    }
  }
}
