package org.gridclear.cli.rulebase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear rules propose}: propose rules of a kind, YAML or JSON. */
@Command(
    name = "propose",
    description = {
      "Propose rules of a kind, YAML or JSON; they hold once another account approved them.",
      "Everything wrong is told at once."
    })
final class RulesProposeCommand extends RulesStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--kind", paramLabel = "KIND", required = true, description = "Kind of rules.")
  private String kind;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when they hold (default: their approval, or what they say).")
  private String from;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The rules.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path());
      actor.scope(Right.OPERATE_MARKET);
      Optional<Instant> time = Optional.ofNullable(from).map(clock(folder)::local);
      byte[] content = Files.readAllBytes(file);
      String name = String.valueOf(file.getFileName());
      RuleBase rules = rules(folder);
      RuleProposal made =
          actor.change(
              "rules propose",
              kind + " of " + name,
              () ->
                  rules.propose(
                      new RuleBase.Wanted(kind, content, name, time, actor.name(), note)));
      RulesPrint.shown(rules, made, clock(folder), out());
    }
    return ExitCodes.DONE;
  }
}
