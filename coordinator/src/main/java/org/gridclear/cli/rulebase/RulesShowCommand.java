package org.gridclear.cli.rulebase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear rules show}: the rules that hold at a time, as they are proposed. */
@Command(name = "show", description = "The rules that hold at a time, as they are proposed.")
final class RulesShowCommand extends RulesStepCommand {
  @Mixin private MarketOption market;

  @Mixin private WhichRules which;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Time with its offset, or local of the market (default: now).")
  private String at;

  @Override
  public Integer call() {
    try (MarketFolder folder = market.open()) {
      Instant time = at == null ? Instant.now() : clock(folder).local(at);
      RuleBase.InForce held = rules(folder).at(which.kind(), which.id(), time);
      out().println(new String(held.content(), StandardCharsets.UTF_8).stripTrailing());
      out().flush();
      held.version()
          .ifPresentOrElse(
              version ->
                  err()
                      .printf(
                          "version %d, since %s%n",
                          version.number(), clock(folder).show(version.from())),
              () -> err().println("nothing was set: this holds then"));
      err().flush();
    }
    return ExitCodes.DONE;
  }
}
