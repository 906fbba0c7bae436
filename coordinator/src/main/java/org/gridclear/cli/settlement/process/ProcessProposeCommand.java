package org.gridclear.cli.settlement.process;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.StatementDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear settle process propose}: propose a publication from a close. */
@Command(
    name = "propose",
    description = "Propose a publication from a close; another account approves it.")
final class ProcessProposeCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private WantedOptions wanted;

  @Override
  public Integer call() throws Exception {
    StatementDraft.Wanted draft = wanted.draft();
    if (!draft.isWhole()) {
      throw new IllegalArgumentException(
          "Give --from and --to of a day, week or month, and --of of an update or resettlement.");
    }
    try (OpenProcess open = OpenProcess.of(market);
        CloseFolder close = CloseFolder.open(wanted.close())) {
      long number =
          open.settle(
              acting,
              "propose",
              "%s of %s".formatted(wanted.kind(), wanted.close().toAbsolutePath().normalize()),
              by ->
                  open.exchange().propose(new StatementDraft(open.process(), close).of(draft), by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
