package org.gridclear.cli.rulebase;

import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleTables;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear rules review}: list open proposals. */
@Command(
    name = "review",
    description = {
      "List open proposals; with a number show what one changes; approve or reject it by another",
      "account than the one that proposed it."
    })
final class RulesReviewCommand extends RulesStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private TableOutput output;

  @Mixin private ReviewDecision decision;

  @Parameters(
      paramLabel = "NUMBER",
      arity = "0..1",
      converter = OptionNumbers.FromOne.class,
      description = "Number of the proposal.")
  private Integer number;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      RuleBase rules = rules(folder);
      if (number != null) {
        RuleProposal shown = decision.made() ? decide(rules) : rules.proposal(number);
        RulesPrint.shown(rules, shown, clock(folder), out());
      } else if (decision.made()) {
        throw new IllegalArgumentException("Name the proposal that is to be decided: NUMBER.");
      } else {
        output.write(RuleTables.proposals(rules.proposals(!decision.all()), clock(folder)), out());
      }
    }
    return ExitCodes.DONE;
  }

  private RuleProposal decide(RuleBase rules) throws Exception {
    Actor actor = acting.required(market.path());
    actor.require(Right.OPERATE_MARKET, Right.APPROVE_DAY);
    return actor.change(
        "rules review",
        "proposal %d %s".formatted(number, decision.approved() ? "approved" : "rejected"),
        () -> {
          actor.requireAccount(rules.proposal(number).made().by());
          return rules.review(decision.of(number, actor));
        });
  }
}
