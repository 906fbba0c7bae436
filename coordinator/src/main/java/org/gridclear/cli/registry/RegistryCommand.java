package org.gridclear.cli.registry;

import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gridclear registry …}: who takes part in a market, with what, since when. */
@Command(
    name = "registry",
    description = {
      "Members, units, meters, contracts and the rest of a market: propose and review changes,",
      "look at a day and at the history (docs/market.md)."
    },
    subcommands = {
      RegistryProposeCommand.class,
      RegistryReviewCommand.class,
      RegistryShowCommand.class,
      RegistryHistoryCommand.class,
      RegistryCurvesCommand.class,
      RegistryExportCommand.class,
      RegistryUnmatchedCommand.class,
      CommandLine.HelpCommand.class
    })
public final class RegistryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }
}
