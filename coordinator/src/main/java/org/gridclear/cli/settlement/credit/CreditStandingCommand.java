package org.gridclear.cli.settlement.credit;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear settle credit standing}: days of which intervals were read, and their balance.
 */
@Command(name = "standing", description = "Days of which intervals were read, and their balance.")
final class CreditStandingCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(market, output, out(), open -> open.payments().standing());
  }
}
