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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Mixin private Decision decision;

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
      if (number == null) {
        if (decision.verdict != null) {
          throw new IllegalArgumentException("Name the proposal that is to be decided: NUMBER.");
        }
        output.write(RuleTables.proposals(rules.proposals(!decision.all), clock(folder)), out());
      } else if (decision.verdict == null) {
        RulesPrint.shown(rules, rules.proposal(number), clock(folder), out());
      } else {
        Actor actor = acting.required(market.path());
        actor.require(Right.OPERATE_MARKET, Right.APPROVE_DAY);
        RuleProposal done = decide(rules, number, decision, actor);
        RulesPrint.shown(rules, done, clock(folder), out());
      }
    }
    return ExitCodes.DONE;
  }

  /** Approve or reject. */
  private static final class Verdict {
    @Option(names = "--approve", description = "Approve it.")
    private boolean approve;

    @Option(names = "--reject", description = "Reject it; needs --reason.")
    private boolean reject;
  }

  /** What a reviewer decides. */
  private static final class Decision {
    @ArgGroup private Verdict verdict;

    @Option(names = "--reason", defaultValue = "", description = "Why.")
    private String reason;

    @Option(names = "--all", description = "List those that were reviewed, too.")
    private boolean all;
  }

  private static RuleProposal decide(RuleBase rules, long number, Decision decision, Actor actor)
      throws Exception {
    boolean approved = decision.verdict.approve;
    return actor.change(
        "rules review",
        "proposal %d %s".formatted(number, approved ? "approved" : "rejected"),
        () -> {
          actor.requireAccount(rules.proposal(number).made().by());
          return rules.review(
              new RuleBase.ReviewWanted(number, approved, actor.name(), decision.reason));
        });
  }
}
