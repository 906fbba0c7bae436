package org.gridclear.cli.settlement.member;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle member confirm}: confirm a statement. */
@Command(name = "confirm", description = "Confirm a statement.")
final class MemberConfirmCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private StatementOptions statement;

  @Override
  public Integer call() throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          statement.member(),
          "confirm",
          by -> {
            open.members().confirm(statement.publication(), statement.member(), by);
            return by;
          });
      return said("Confirmed.");
    }
  }
}
