package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.MemberFilter;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member statements}: statements as they stand. */
@Command(name = "statements", description = "Statements as they stand.")
final class MemberStatementsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private MemberFilter whose;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market,
        output,
        out(),
        open ->
            ProcessTables.statements(
                open.queries().list(OpenProcess.of(whose.member())), open.clock()));
  }
}
