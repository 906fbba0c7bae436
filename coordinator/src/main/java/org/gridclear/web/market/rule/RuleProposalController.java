package org.gridclear.web.market.rule;

import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of rules. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleProposalController {
  private final ServedRules served;

  RuleProposalController(ServedRules served) {
    this.served = served;
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  List<RuleAnswer> proposals(Caller caller, @RequestParam(defaultValue = "true") boolean open) {
    return served.rules().proposals(open).stream()
        .map(proposal -> RuleAnswer.of(proposal, List.of()))
        .toList();
  }

  /** A proposal and what it changes. */
  @GetMapping("/proposals/{number}")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  RuleAnswer proposal(Caller caller, @PathVariable long number) {
    RuleBase rules = served.rules();
    RuleProposal proposal = ServedRules.asked(() -> rules.proposal(number));
    return RuleAnswer.of(proposal, rules.changes(proposal));
  }
}
