package org.gridclear.cli.settlement.credit;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.MemberFilter;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle credit show}: deposits and exposure of rated members, as of now. */
@Command(name = "show", description = "Deposits and exposure of rated members, as of now.")
final class CreditShowCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private MemberFilter whose;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market, output, out(), open -> open.payments().credit(OpenProcess.of(whose.member())));
  }
}
