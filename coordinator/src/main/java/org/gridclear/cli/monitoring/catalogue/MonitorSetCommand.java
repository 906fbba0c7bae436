package org.gridclear.cli.monitoring.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear monitor set}: set the indices, YAML or JSON. */
@Command(name = "set", description = "Set the indices, YAML or JSON; earlier versions stay.")
public final class MonitorSetCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "The indices.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    byte[] text = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      var recorded =
          actor.change(
              "monitor set",
              name,
              () ->
                  new RuleBase(folder, Clock.systemUTC())
                      .set(RuleKinds.INDEX_LIMITS, text, name, actor.nameOrUser()));
      out().printf("Indices, version %d%n", recorded.version().version());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
