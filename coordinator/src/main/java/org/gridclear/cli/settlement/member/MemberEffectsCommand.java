package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.settlement.open.MemberFilter;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle member effects}: what an update changes, of a member or of all. */
@Command(name = "effects", description = "What an update changes, of a member or of all.")
final class MemberEffectsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private MemberFilter whose;

  @Mixin private TableOutput output;

  @Parameters(
      paramLabel = "PUBLICATION",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the update.")
  private int publication;

  @Override
  public Integer call() throws Exception {
    return OpenProcess.answer(
        market,
        output,
        out(),
        open ->
            ProcessTables.effects(
                open.queries().effects(publication).changes().stream()
                    .filter(each -> OpenProcess.of(whose.member()).test(each.member()))
                    .toList()));
  }
}
