package org.gridclear.cli.settlement.member;

import java.time.LocalDate;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear settle member intervals}: every interval of an entity on a day, with price and
 * contract.
 */
@Command(
    name = "intervals",
    description = "Every interval of an entity on a day, with price and contract.")
final class MemberIntervalsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private StatementOptions statement;

  @Mixin private TableOutput output;

  @Option(names = "--entity", paramLabel = "ID", required = true, description = "Entity.")
  private String entity;

  @Option(names = "--date", required = true, description = "Operating day.")
  private LocalDate date;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market,
        output,
        out(),
        open ->
            ProcessTables.intervals(
                open.queries()
                    .intervals(statement.publication(), statement.member(), entity, date)));
  }
}
