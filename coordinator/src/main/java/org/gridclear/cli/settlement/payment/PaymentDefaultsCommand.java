package org.gridclear.cli.settlement.payment;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.MemberFilter;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle payment defaults}: defaults, and on whom they fell. */
@Command(name = "defaults", description = "Defaults, and on whom they fell.")
final class PaymentDefaultsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private MemberFilter whose;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market, output, out(), open -> open.payments().defaults(OpenProcess.of(whose.member())));
  }
}
