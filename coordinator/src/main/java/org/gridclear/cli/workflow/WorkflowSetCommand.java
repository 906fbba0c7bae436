package org.gridclear.cli.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.rulebase.RulesPrint;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear workflow set}: propose the workflows of a market, YAML or JSON, all of them in
 * one file.
 */
@Command(
    name = "set",
    description = {
      "Propose the workflows of a market, YAML or JSON, all of them in one file; they hold once",
      "another account approved them: gridclear rules review."
    })
final class WorkflowSetCommand extends WorkflowStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when they hold (default: their approval).")
  private String from;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The workflows.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path());
      actor.scope(Right.OPERATE_MARKET);
      RuleBase rules = new RuleBase(folder, Clock.systemUTC());
      String name = String.valueOf(file.getFileName());
      byte[] content = Files.readAllBytes(file);
      Optional<Instant> time = Optional.ofNullable(from).map(clock(folder)::local);
      RuleProposal made =
          actor.change(
              "workflow set",
              name,
              () ->
                  rules.propose(
                      new RuleBase.Wanted(
                          RuleKinds.WORKFLOW, content, name, time, actor.name(), note)));
      RulesPrint.shown(rules, made, clock(folder), out());
    }
    return ExitCodes.DONE;
  }
}
