package org.gridclear.cli.settlement.process;

import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
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
    boolean corrects = wanted.kind() == Act.Kind.UPDATE || wanted.kind() == Act.Kind.RESETTLEMENT;
    boolean period = wanted.from() != null && wanted.to() != null;
    if (corrects
        ? wanted.of() == 0 || wanted.from() != null || wanted.to() != null
        : !period || wanted.of() != 0) {
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
              by -> {
                StatementDraft draft = new StatementDraft(open.process(), close);
                Act.Published act =
                    switch (wanted.kind()) {
                      case UPDATE -> draft.update(wanted.of());
                      case RESETTLEMENT -> draft.resettlement(wanted.of());
                      default -> draft.period(wanted.kind(), wanted.from(), wanted.to());
                    };
                return open.exchange().propose(act, by);
              });
      return said("Proposal %d: another account approves it.", number);
    }
  }
}
