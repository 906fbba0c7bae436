package org.gridclear.cli.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear checks set}: set the rules, YAML or JSON. */
@Command(name = "set", description = "Set the rules, YAML or JSON; earlier versions stay.")
final class ChecksSetCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "The rules.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    byte[] text = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    CheckSet set = CheckSetReader.read(text, name);
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    try (MarketFolder folder = market.open()) {
      var recorded =
          actor.change(
              "checks set",
              name,
              () ->
                  new RuleBase(folder, Clock.systemUTC())
                      .set(RuleKinds.CHECKS, text, name, actor.nameOrUser()));
      out()
          .printf(
              "Checks version %d: %d rule(s), %d in effect; %d rule(s) of files off%n",
              recorded.version().version(),
              set.rules().size(),
              set.rules().stream().filter(rule -> rule.inEffect()).count(),
              set.off().size());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
