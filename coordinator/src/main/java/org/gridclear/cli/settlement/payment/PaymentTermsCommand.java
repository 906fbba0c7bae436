package org.gridclear.cli.settlement.payment;

import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.json.Json;
import org.gridclear.settlement.payment.PaymentState;
import org.gridclear.settlement.payment.PaymentTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle payment terms}: show the terms of payments and credit, or propose others.
 */
@Command(name = "terms", description = "Show the terms of payments and credit, or propose others.")
final class PaymentTermsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--set", paramLabel = "FILE", description = "Terms, JSON as shown.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      if (file == null) {
        PaymentTerms terms = open.ledger().ask(PaymentState::terms);
        String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(terms);
        return said("%s", text);
      }
      PaymentTerms wanted = TermsFile.read(file);
      long number =
          open.settle(acting, "terms", file.toString(), by -> open.acts().propose(wanted, by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
