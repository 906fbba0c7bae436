package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear settle payment pending}: proposals that are open. */
@Command(name = "pending", description = "Proposals that are open.")
final class PaymentPendingCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--all", description = "Those that were decided, too.")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(market, output, out(), open -> open.payments().proposals(!all));
  }
}
