package org.gridclear.web.market.rule;

import java.io.IOException;
import java.time.Instant;
import org.gridclear.account.Right;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of rules of the market, and what is otherwise in them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleVersionController {
  private final ServedRules served;

  RuleVersionController(ServedRules served) {
    this.served = served;
  }

  /** Versions of all rules, and which of them hold. */
  @GetMapping
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> versions(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RuleBase rules = served.rules();
    return TableAnswer.of(
        RuleTables.versions(rules.kinds(), rules.proposals(false), served.clock(), Instant.now()),
        format);
  }
}
