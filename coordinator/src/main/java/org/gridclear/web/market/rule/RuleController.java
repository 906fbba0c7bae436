package org.gridclear.web.market.rule;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the market: proposed by one account, reviewed by another. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {
  private final ServedRules served;

  RuleController(ServedRules served) {
    this.served = served;
  }

  /** Proposes rules of a kind, YAML or JSON; they hold once another account approved them. */
  @PostMapping(
      value = "/{kind}",
      consumes = {"application/json", "application/yaml"})
  @Needs(Right.OPERATE_MARKET)
  RuleAnswer propose(
      Caller caller,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(defaultValue = "") String note,
      @RequestBody byte[] body) {
    RuleBase rules = served.rules();
    RuleProposal made =
        ServedRules.asked(
            () ->
                rules.propose(
                    new RuleBase.Wanted(
                        kind,
                        body,
                        "body",
                        Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                        caller.name(),
                        note)));
    return RuleAnswer.of(made, rules.changes(made));
  }
}
