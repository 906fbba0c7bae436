package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle payment balances}: balances of all accounts. */
@Command(name = "balances", description = "Balances of all accounts; they add up to 0.")
final class PaymentBalancesCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(market, output, out(), open -> open.payments().balances());
  }
}
