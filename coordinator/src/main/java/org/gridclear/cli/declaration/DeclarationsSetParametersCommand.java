package org.gridclear.cli.declaration;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear declarations set-parameters}: give a market its gate, price bounds, products and
 * defaults from a date on (docs/market.md).
 */
@Command(
    name = "set-parameters",
    description = {
      "Give a market its gate, price bounds, products and defaults from a date on",
      "(docs/market.md). Dates whose window is open keep theirs."
    })
final class DeclarationsSetParametersCommand extends PrintingCommand {
  @Mixin private GateOptions market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "JSON.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.scope(Right.OPERATE_MARKET);
    String text = Files.readString(file);
    var version =
        actor.change(
            "declarations set-parameters",
            file.toString(),
            () -> market.setParameters(text, actor.name()));
    out()
        .printf(
            "%s: version %d from %s%n",
            version.values().market(), version.version(), version.values().from());
    out().flush();
    return ExitCodes.DONE;
  }
}
