package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.MemberFilter;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle payment items}: what members owe and are owed, and what is open of it.
 */
@Command(name = "items", description = "What members owe and are owed, and what is open of it.")
final class PaymentItemsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private MemberFilter whose;

  @Mixin private TableOutput output;

  @Option(names = "--open", description = "Only what is open.")
  private boolean openOnly;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market,
        output,
        out(),
        open -> open.payments().items(OpenProcess.of(whose.member()), openOnly));
  }
}
