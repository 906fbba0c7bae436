package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.analysis.SettlementReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear settle member resettlements}: differences of earlier months that a statement
 * settles, with their bills.
 */
@Command(
    name = "resettlements",
    description = "Differences of earlier months that a statement settles, with their bills.")
final class MemberResettlementsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private StatementOptions statement;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market,
        output,
        out(),
        open ->
            SettlementReports.resettlements(
                open.queries().resettlements(statement.publication(), statement.member())));
  }
}
