package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member lines}: items of a statement by entity and day. */
@Command(name = "lines", description = "Items of a statement by entity and day.")
final class MemberLinesCommand extends PrintingCommand {
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
            ProcessTables.lines(open.queries().lines(statement.publication(), statement.member())));
  }
}
