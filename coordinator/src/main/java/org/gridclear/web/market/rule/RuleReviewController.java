package org.gridclear.web.market.rule;

import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.Verdict;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules are reviewed by another account. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleReviewController {
  private final ServedRules served;

  RuleReviewController(ServedRules served) {
    this.served = served;
  }

  /** Approves or rejects a proposal of another account. */
  @PostMapping("/proposals/{number}/review")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  RuleAnswer review(Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    boolean approved = verdict.isApproved();
    RuleBase rules = served.rules();
    RuleProposal done =
        ServedRules.asked(
            () -> {
              served.requireAccount(rules.proposal(number).made().by());
              return rules.review(
                  new RuleBase.ReviewWanted(number, approved, caller.name(), verdict.why()));
            });
    return RuleAnswer.of(done, rules.changes(done));
  }
}
