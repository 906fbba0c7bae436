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

/** {@code gridclear settle member sums}: sums of a member by item over any days. */
@Command(name = "sums", description = "Sums of a member by item over any days.")
final class MemberSumsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
  private String member;

  @Option(names = "--from", required = true, description = "First day.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last day.")
  private LocalDate to;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market, output, out(), open -> ProcessTables.sums(open.queries().sums(member, from, to)));
  }
}
